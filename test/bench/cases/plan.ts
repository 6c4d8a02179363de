import { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import { nextInstant } from '../../../src/main/domain/sla/planner.ts';
import type { NewEvent } from '../../../src/main/domain/ticket/events.ts';
import { replay } from '../../../src/main/domain/ticket/replay.ts';
import type { TicketState } from '../../../src/main/domain/ticket/state.ts';
import { percentile, type Figure } from '../lib/figures.ts';
import { pastOrganization, pastRules, pastTickets } from '../lib/past-tickets.ts';

const nowAt = Date.parse('2026-06-01T08:00:00Z');
const TICKETS = 4000;
const PASSES = 80;
const GOAL_MICROSECONDS = 5;
const WEEK_MS = 7 * 24 * 3_600_000;

function isEnding({ kind, body }: NewEvent): boolean {
  return kind === 'status_changed' && 'status' in body && (body.status === 'resolved' || body.status === 'closed');
}

/** Tickets as they stood in the middle of their lives: what people had done before the end, and the engine so far. */
function living(config: ConfigSnapshot, afterMs: number): TicketState[] {
  return [...pastTickets(TICKETS, nowAt)].flatMap((events) => {
    const end = events.findIndex(isEnding);
    const decided = end === -1 ? events : events.slice(0, end);
    const lastAt = decided.at(-1)?.occurredAt;
    const state = lastAt === undefined ? null : replay(decided, lastAt + afterMs, config).state;
    return state === null ? [] : [state];
  });
}

/** CPU µs of planning one ticket, a pass over all of them each. */
function passesOver(states: readonly TicketState[], config: ConfigSnapshot): number[] {
  return Array.from({ length: PASSES }, () => {
    const before = process.cpuUsage();
    let planned = 0;
    for (const state of states) if (nextInstant(state, config).nextAt !== null) planned += 1;
    const { user, system } = process.cpuUsage(before);
    if (planned === 0) throw new Error('nothing was planned');
    return (user + system) / states.length;
  });
}

/** When the engine has to look at a ticket again: asked after each thing that happens to one. */
export async function plan(): Promise<Figure[]> {
  const config = new ConfigSnapshot();
  for (const entity of [...pastOrganization(nowAt), ...pastRules()]) config.apply(entity);
  const cases = [
    { name: 'at work, its deadlines before it', states: living(config, 0) },
    { name: 'a week later, most of them overdue', states: living(config, WEEK_MS) },
  ];
  return Promise.resolve(
    cases.flatMap(({ name, states }): Figure[] => {
      const passes = passesOver(states, config);
      const unit = 'µs CPU';
      return [
        {
          name: `planning one ticket, ${name}`,
          value: Math.min(...passes),
          unit,
          limit: GOAL_MICROSECONDS,
          note: `best of ${PASSES}`,
        },
        { name: 'the same, median', value: percentile(passes, 0.5), unit },
      ];
    }),
  );
}
