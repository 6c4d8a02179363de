import type { Instant } from '../../../preload/contract/values.ts';
import type { Dice } from './seeded.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** How a ticket of the sample fared, seen from the moment that the sample is made. */
export const stories = ['met', 'missed', 'fresh', 'working', 'pending', 'near_due', 'overdue', 'sensitive'] as const;
export type Story = (typeof stories)[number];

export type Step = {
  at: Instant;
  what: 'assigned' | 'replied' | 'in_progress' | 'pending' | 'asked' | 'noted' | 'resolved' | 'closed';
};
export type Plot = { createdAt: Instant; steps: readonly Step[] };

/** Parts of the time that is given, when a desk usually gets to a step. */
const ASSIGNED = 0.03;
const REPLIED = 0.06;
const STARTED = 0.1;

/**
 * When a ticket was made and what was done about it.
 * @param hours  the time that its policy gives for resolution
 * @param nowAt  epoch ms; no step lies after it
 * @param isBrief  what is done and over is told in as few steps as the measures need
 * @param dueInMs  when a ticket that is near its deadline reaches it; undefined: within three hours
 */
export function plotOf(
  story: Story,
  hours: number,
  nowAt: Instant,
  dice: Dice,
  { isBrief, dueInMs }: { isBrief: boolean; dueInMs: number | undefined },
): Plot {
  const givenMs = hours * HOUR_MS;
  const past = (createdAt: Instant, lifeMs: number): Plot => {
    const endAt = createdAt + lifeMs;
    if (isBrief) {
      const repliedAt = createdAt + Math.min(lifeMs, givenMs) * dice.between(0.02, 0.17);
      return {
        createdAt,
        steps: [
          { at: repliedAt, what: 'replied' },
          { at: endAt, what: dice.next() < 0.5 ? 'resolved' : 'closed' },
        ],
      };
    }
    const closed: Step[] = dice.next() < 0.7 ? [{ at: endAt + dice.whole(1, 48) * HOUR_MS, what: 'closed' }] : [];
    return {
      createdAt,
      steps: [...begun(createdAt, Math.min(lifeMs, givenMs)), { at: endAt, what: 'resolved' }, ...closed],
    };
  };
  const begun = (createdAt: Instant, ms: number): Step[] => [
    { at: createdAt + ms * ASSIGNED, what: 'assigned' },
    { at: createdAt + ms * REPLIED, what: 'replied' },
    { at: createdAt + ms * STARTED, what: 'in_progress' },
    ...(dice.next() < 0.2 ? [{ at: createdAt + ms * dice.between(0.12, 0.5), what: 'asked' as const }] : []),
    ...(dice.next() < 0.3 ? [{ at: createdAt + ms * dice.between(0.5, 0.6), what: 'noted' as const }] : []),
  ];

  const tell: Readonly<Record<Story, () => Plot>> = {
    met: () => {
      const lifeMs = givenMs * dice.between(0.15, 0.95);
      return past(nowAt - lifeMs - dice.between(3, 360) * DAY_MS, lifeMs);
    },
    missed: () => {
      const lifeMs = givenMs * dice.between(1.05, 2.5);
      return past(nowAt - lifeMs - dice.between(3, 360) * DAY_MS, lifeMs);
    },
    fresh: () => ({ createdAt: nowAt - givenMs * dice.between(0.002, 0.03), steps: [] }),
    working: () => {
      const createdAt = nowAt - givenMs * dice.between(0.2, 0.8);
      return { createdAt, steps: begun(createdAt, givenMs) };
    },
    pending: () => {
      const createdAt = nowAt - givenMs * dice.between(0.3, 0.8);
      return {
        createdAt,
        steps: [...begun(createdAt, givenMs * 0.3), { at: createdAt + givenMs * 0.25, what: 'pending' }],
      };
    },
    near_due: () => {
      const createdAt = nowAt + (dueInMs ?? dice.between(5, 180) * MINUTE_MS) - givenMs;
      return { createdAt, steps: begun(createdAt, givenMs) };
    },
    overdue: () => {
      const createdAt = nowAt - givenMs - dice.between(0.1, 60) * HOUR_MS;
      return { createdAt, steps: begun(createdAt, givenMs) };
    },
    sensitive: () => {
      const createdAt = nowAt - dice.between(0.5, 20) * DAY_MS;
      return { createdAt, steps: [{ at: createdAt + HOUR_MS, what: 'noted' }] };
    },
  };
  const plot = tell[story]();
  const createdAt = wholeSecond(plot.createdAt);
  const steps = plot.steps
    .map(({ at, what }) => ({ at: Math.max(createdAt, wholeSecond(at)), what }))
    .filter(({ at }) => at <= nowAt)
    .sort((a, b) => a.at - b.at);
  return { createdAt, steps };
}

function wholeSecond(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}
