import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerLine } from '../../../src/main/cli/sla/answer-line.ts';
import { openTimeOfCalendar } from '../../../src/main/cli/sla/calendar-part.ts';
import { timelineAnswer, type TimelineAnswer } from '../../../src/main/cli/sla/timeline/answer.ts';
import { timelineQuestion } from '../../../src/main/cli/sla/timeline/question.ts';

type Answer = TimelineAnswer & { error?: { code: string; message: string } };

const created_at = '2026-03-02T08:00:00Z';
const hour = 3600;
const matrix = [
  { level: 1, trigger: 'resolution_breach', hours: 0, target: 'department_manager' },
  { level: 2, trigger: 'reminder', hours: 12, target: 'hospital_admin' },
  { level: 3, trigger: 'resolution_breach', hours: 24, target: 'ceo' },
];
const medium = { resolution: { seconds: 48 * hour }, reminders_before_seconds: [24 * hour, 6 * hour] };

function ask(parts: object): Answer {
  const line = { op: 'timeline', ticket: { created_at }, until: '2026-04-01T08:00:00Z', ...parts };
  return JSON.parse(answerLine(JSON.stringify(line))) as Answer;
}
/** Hours since creation, as an instant of March 2026. */
function at(hours: number): string {
  return new Date(Date.parse(created_at) + hours * hour * 1000).toISOString().replace('.000Z', 'Z');
}
function told({ timeline }: Answer): string[] {
  return timeline.map(({ at: when, kind, level, target, reason, overtaken }) => {
    const hours = (Date.parse(when) - Date.parse(created_at)) / (hour * 1000);
    const how = overtaken === true ? ['overtaken'] : [];
    return [hours, kind, level, target, reason, ...how].filter((part) => part !== undefined).join(' ');
  });
}

describe('wk sla, timeline', () => {
  it("lives seed B's example matrix as a desk that is always awake", () => {
    expect(told(ask({ policy: medium, rules: matrix }))).toEqual([
      '24 reminder resolution',
      '36 warning resolution',
      '36 escalation 2 hospital_admin',
      '42 reminder resolution',
      '48 breach resolution',
      '72 escalation 3 ceo',
    ]);
    const noted = ask({ policy: medium, rules: matrix, events: [{ at: at(30), type: 'note' }] });
    expect(told(noted)).toEqual([
      '24 reminder resolution',
      '36 warning resolution',
      '42 reminder resolution',
      '48 breach resolution',
      '48 escalation 1 department_manager',
      '72 escalation 3 ceo',
    ]);
  });

  it('tells deadlines, states, time used and pauses', () => {
    const policy = { response: { seconds: 4 * hour }, resolution: { seconds: 24 * hour }, warn_percent: 0 };
    const events = [
      { at: at(2), type: 'agent_reply' },
      { at: at(5), type: 'status', status: 'pending' },
      { at: at(15), type: 'status', status: 'in_progress' },
      { at: at(20), type: 'resolved' },
    ];
    expect(ask({ policy, events, until: at(100) })).toEqual({
      response_due: at(4),
      next_response_due: null,
      resolution_due: at(34),
      response_state: 'met',
      next_response_state: 'none',
      resolution_state: 'met',
      response_elapsed_s: 2 * hour,
      resolution_elapsed_s: 10 * hour,
      pause_total_s: 10 * hour,
      paused: false,
      timeline: [
        { at: at(2), kind: 'met', target: 'response' },
        { at: at(20), kind: 'met', target: 'resolution' },
      ],
    });
  });

  it('reads as if resumed at the end while it stands still', () => {
    const policy = { resolution: { seconds: 24 * hour } };
    const paused = ask({ policy, events: [{ at: at(5), type: 'status', status: 'pending' }], until: at(8) });
    expect(paused).toMatchObject({
      resolution_due: at(27),
      resolution_state: 'paused',
      resolution_elapsed_s: 5 * hour,
      pause_total_s: 3 * hour,
      paused: true,
    });
    const fromTheStart = ask({ policy, ticket: { created_at, status: 'pending' }, until: at(8) });
    expect(fromTheStart).toMatchObject({ resolution_due: at(32), resolution_elapsed_s: 0, pause_total_s: 8 * hour });
  });

  it('tells pauses by the statuses of the policy, whichever clock they stop, up to the end of the ticket', () => {
    const wait = { at: at(2), type: 'status', status: 'pending' };
    const pausing = (parts: object, ...events: object[]) => {
      const { pause_total_s: total, paused } = ask({
        policy: { resolution: { seconds: hour }, ...parts },
        events: [wait, ...events],
        until: at(8),
      });
      return [total / hour, paused];
    };
    expect(pausing({})).toEqual([6, true]);
    expect(pausing({ pauses_affect: ['response'] })).toEqual([6, true]);
    expect(pausing({ pauses_affect: [] })).toEqual([0, false]);
    expect(pausing({ pause_statuses: ['in_progress'] })).toEqual([0, false]);
    expect(pausing({}, { at: at(5), type: 'resolved' })).toEqual([3, false]);
    expect(pausing({}, { at: at(5), type: 'resolved' }, { at: at(7), type: 'reopened' })).toEqual([3, false]);
    expect(pausing({}, { at: at(3), type: 'status', status: 'open' }, { ...wait, at: at(7) })).toEqual([2, true]);
  });

  it('sends a reminder that would lie before creation of a ticket created pending when its clock first runs', () => {
    const policy = {
      resolution: { seconds: 5 * hour },
      reminders_before_seconds: [24 * hour, 2 * hour],
      warn_percent: 0,
    };
    const pending = { created_at, status: 'pending' };
    expect(told(ask({ policy, ticket: pending, until: at(300) }))).toEqual([]);
    const resumed = { at: at(100), type: 'status', status: 'in_progress' };
    expect(told(ask({ policy, ticket: pending, events: [resumed], until: at(300) }))).toEqual([
      '100 reminder resolution',
      '103 reminder resolution',
      '105 breach resolution',
    ]);
    const resolved = { at: at(100), type: 'resolved' };
    expect(told(ask({ policy, ticket: pending, events: [resolved], until: at(300) }))).toEqual(['100 met resolution']);
  });

  it('counts in the open time of its calendar', () => {
    const calendar = {
      timezone: 'Africa/Johannesburg',
      hours: { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']] },
      holidays: ['2026-03-03'],
    };
    // Monday 10:00 local: seven open hours today; Tuesday is a holiday, so two more on the next Monday from 08:00.
    const answer = ask({ calendar, policy: { resolution: { seconds: 9 * hour } }, until: at(24) });
    expect(answer).toMatchObject({ resolution_due: '2026-03-09T08:00:00Z', resolution_elapsed_s: 7 * hour });
    expect(answer.timeline).toEqual([{ at: at(6.75), kind: 'warning', target: 'resolution' }]);
  });

  it('tells the next response until it is answered', () => {
    const policy = { next_response: { seconds: 2 * hour }, warn_percent: 0 };
    const wrote = { at: at(1), type: 'customer_message' };
    expect(ask({ policy, events: [wrote], until: at(2) })).toMatchObject({
      next_response_due: at(3),
      next_response_state: 'running',
    });
    const replied = { at: at(3), type: 'agent_reply' };
    expect(ask({ policy, events: [wrote, replied] })).toMatchObject({
      next_response_due: null,
      next_response_state: 'met',
    });
  });

  it('keeps hours overdue running in a pause, and resolved time out of all', () => {
    const policy = { resolution: { seconds: 10 * hour } };
    const events = [
      { at: at(12), type: 'status', status: 'pending' },
      { at: at(14), type: 'resolved' },
      { at: at(20), type: 'reopened' },
    ];
    expect(ask({ policy, events, until: at(24) })).toMatchObject({
      resolution_due: at(10),
      resolution_state: 'breached',
      resolution_elapsed_s: 18 * hour,
      pause_total_s: 2 * hour,
      paused: false,
    });
  });

  it('resumes the clock on reopening, and a deadline that was met runs on', () => {
    const events = [
      { at: at(4), type: 'resolved' },
      { at: at(104), type: 'reopened' },
    ];
    expect(ask({ policy: { resolution: { seconds: 24 * hour } }, events, until: at(105) })).toMatchObject({
      resolution_due: at(124),
      resolution_state: 'running',
      resolution_elapsed_s: 5 * hour,
    });
  });

  it('cancels a response that was never given', () => {
    const answer = ask({ policy: { response: { seconds: 8 * hour } }, events: [{ at: at(1), type: 'resolved' }] });
    expect(answer).toMatchObject({ response_due: null, response_state: 'none', response_elapsed_s: null });
    expect(answer.timeline).toEqual([]);
  });

  it('of levels due in the very same instant only the highest acts, and a role that holds it is skipped', () => {
    const policy = { resolution: { seconds: 10 * hour }, warn_percent: 0 };
    const rules = [
      { level: 1, trigger: 'resolution_breach', target: 'a' },
      { level: 2, trigger: 'resolution_breach', target: 'b' },
      { level: 3, trigger: 'resolution_breach', hours: 5, target: 'b' },
      { level: 4, trigger: 'resolution_breach', hours: 6, target: 'c' },
    ];
    expect(told(ask({ policy, rules }))).toEqual([
      '10 breach resolution',
      '10 escalation 2 b',
      '10 escalation 1 a overtaken',
      '15 escalation 3 b already_holds',
      '16 escalation 4 c',
    ]);
  });

  it('has no line for a second rule of a level that was reached: nothing overtook it, and it had nothing to do', () => {
    const policy = { resolution: { seconds: 10 * hour }, warn_percent: 0 };
    const rules = [
      { level: 1, trigger: 'resolution_breach', target: 'a' },
      { level: 2, trigger: 'resolution_breach', target: 'b' },
      { level: 2, trigger: 'resolution_breach', target: 'c' },
      { level: 2, trigger: 'resolution_breach', hours: 1, target: 'd' },
    ];
    expect(told(ask({ policy, rules }))).toEqual([
      '10 breach resolution',
      '10 escalation 2 b',
      '10 escalation 1 a overtaken',
    ]);
  });

  it('sends of reminders due together only the latest', () => {
    const policy = { resolution: { seconds: 5 * hour }, reminders_before_seconds: [24 * hour, 6 * hour] };
    expect(told(ask({ policy, until: at(1) }))).toEqual(['0 reminder resolution missed', '0 reminder resolution']);
  });

  it('tells a warning and a reminder of the very same instant', () => {
    const policy = { resolution: { seconds: 48 * hour }, reminders_before_seconds: [12 * hour] };
    expect(told(ask({ policy, until: at(40) }))).toEqual(['36 warning resolution', '36 reminder resolution']);
  });

  it('lets a rule on creation act at once', () => {
    expect(told(ask({ rules: [{ level: 1, trigger: 'creation', target: 'ceo' }] }))).toEqual(['0 escalation 1 ceo']);
  });

  it('lets a rule on creation act at the reopening of a ticket that ended in the very instant of its creation', () => {
    const rules = [{ level: 1, trigger: 'creation', target: 'ceo' }];
    const events = [
      { at: at(0), type: 'resolved' },
      { at: at(48), type: 'reopened' },
    ];
    expect(told(ask({ rules, events })).filter((line) => line.includes('escalation'))).toEqual(['48 escalation 1 ceo']);
    expect(ask({ rules, events: events.slice(0, 1) }).timeline.filter(({ kind }) => kind === 'escalation')).toEqual([]);
  });

  it('works off what is due at the end itself, and nothing later', () => {
    const policy = { resolution: { seconds: 24 * hour }, warn_percent: 0 };
    expect(told(ask({ policy, until: at(24) }))).toEqual(['24 breach resolution']);
    const before = ask({ policy, until: '2026-03-03T07:59:59.999Z' });
    expect(before).toMatchObject({ resolution_state: 'running', timeline: [] });
    expect(ask({ policy, until: at(3), events: [{ at: at(4), type: 'resolved' }] }).resolution_state).toBe('running');
  });

  it('takes events in any order, those of one instant as they stand', () => {
    const events = [
      { at: at(9), type: 'status', status: 'pending' },
      { at: at(3), type: 'status', status: 'in_progress' },
      { at: at(3), type: 'agent_reply' },
    ];
    const policy = { response: { seconds: 4 * hour }, resolution: { seconds: 24 * hour } };
    expect(ask({ policy, events, until: at(10) })).toMatchObject({ response_state: 'met', paused: true });
  });

  it('names moves of status that no desk would have allowed, and lets them have no effect', () => {
    const events = [
      { at: at(1), type: 'resolved' },
      { at: at(2), type: 'status', status: 'pending' },
    ];
    expect(ask({ events })).toMatchObject({ ignored: [1], paused: false });
  });

  it.each([
    [{ policy: { resolutions: {} } }, 'BAD_INPUT'],
    [{ policy: { resolution: 5 } }, 'BAD_INPUT'],
    [{ policy: { resolution: { seconds: -1 } } }, 'BAD_INPUT'],
    [{ policy: { resolution: { seconds: 1.5 } } }, 'BAD_INPUT'],
    [{ policy: { pause_statuses: ['asleep'] } }, 'BAD_INPUT'],
    [{ rules: [{ level: 0, trigger: 'creation', target: 'a' }] }, 'BAD_INPUT'],
    [{ rules: [{ level: 1, trigger: 'full_moon', target: 'a' }] }, 'BAD_INPUT'],
    [{ rules: [{ level: 1, trigger: 'creation' }] }, 'BAD_INPUT'],
    [{ rules: [{ level: 1, trigger: 'creation', hours: 4, target: 'a' }] }, 'BAD_INPUT'],
    [{ ticket: { created_at, status: 'escalated' } }, 'BAD_INPUT'],
    [{ events: [{ at: created_at, type: 'danced' }] }, 'BAD_INPUT'],
    [{ events: [{ type: 'note' }] }, 'BAD_INPUT'],
    [{ events: [{ at: created_at, type: 'note', status: 'open' }] }, 'BAD_INPUT'],
    [{ events: [{ at: '2026-03-01T08:00:00Z', type: 'note' }] }, 'BAD_INSTANT'],
    [{ events: [{ at: '2026-03-03T08:00:00', type: 'note' }] }, 'BAD_INSTANT'],
    [{ ticket: {} }, 'BAD_INPUT'],
    [{ ticket: { created_at: '1066-10-14T09:00:00Z' } }, 'BAD_INSTANT'],
    [{ until: '2026-03-01T08:00:00Z' }, 'BAD_INSTANT'],
    [{ until: 5 }, 'BAD_INPUT'],
    [{ more: 1 }, 'BAD_INPUT'],
    [{ calendar: { timezone: 'Mars/Olympus', hours: {} } }, 'UNKNOWN_TIME_ZONE'],
  ])('refuses %j with %s', (parts, code) => {
    expect(ask(parts).error?.code).toBe(code);
  });

  it('names the part that is wrong', () => {
    expect(ask({ policy: { response: { seconds: 'x' } } }).error?.message).toContain('policy.response.seconds');
    expect(ask({ events: [{ at: 'x', type: 'note' }] }).error?.message).toContain('events.0.at');
  });
});

describe('wk sla, timeline: a line that is not understood is told what to write', () => {
  const policy = (parts: object): object => ({ policy: parts });
  it.each([
    [{ events: [{ at: created_at, type: 'danced' }] }, 'events.0.type: write one of status, agent_reply'],
    [
      { events: [{ at: created_at, type: 'status' }] },
      'events.0.status: it is missing: write one of open, in_progress',
    ],
    [
      { ticket: { created_at, status: 'escalated' } },
      'ticket.status: only a rule brings a ticket there: write one of open, in_progress, pending, resolved, closed, and',
    ],
    [{ ticket: {} }, 'ticket.created_at: it is missing.'],
    [{ until: 5 }, 'until: write text.'],
    [{ until: '2200-01-01T00:00:00.001Z' }, 'until: write one from 1900-01-01T00:00:00Z to 2200-01-01T00:00:00Z.'],
    [policy({ resolution: 5 }), 'policy.resolution: write an object.'],
    [policy({ resolution: { seconds: 1.5 } }), 'policy.resolution.seconds: write a whole number.'],
    [policy({ resolution: { seconds: -1 } }), 'policy.resolution.seconds: 0 is the least.'],
    [policy({ resolution: { seconds: 1e12 } }), 'policy.resolution.seconds: 1000000000 is the most.'],
    [policy({ reminders_before_seconds: 3 }), 'policy.reminders_before_seconds: write a list.'],
    [policy({ warn: 5 }), 'policy.warn: it means nothing there: remove it, or correct its spelling.'],
    [policy({ pause_statuses: ['asleep'] }), 'policy.pause_statuses.0: write one of open'],
    [{ rules: [{ level: 1, trigger: 'creation', target: '' }] }, 'rules.0.target: it is empty.'],
    [
      { rules: [{ level: 1, trigger: 'creation', hours: 4, target: 'a' }] },
      'rules.0.hours: a rule on creation acts at once: leave it out, or',
    ],
    [
      { events: Array.from({ length: 5001 }, () => ({ at: created_at, type: 'note' })) },
      'events: 5000 entries are the',
    ],
  ])('%j', (parts, sentence) => {
    const message = ask(parts).error?.message ?? '';
    expect(message).toContain(sentence);
    expect(message).not.toMatch(/expected|invalid|unrecognized|undefined/i);
  });
});

it('answers the example of docs/command-line.md as it stands there', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8');
  const part = docs.slice(docs.indexOf('### `timeline`'));
  const [line, answer] = [...part.matchAll(/```json\n(.*?)```/gsu)].map(([, text]) => JSON.parse(text ?? '') as object);
  expect(ask(line ?? {})).toEqual(answer);
});

describe('docs/sla-timeline.schema.json', () => {
  const file = join(import.meta.dirname, '../../../docs/sla-timeline.schema.json');
  /** Made of the same schemas that read the line and type the answer, so that they cannot differ. */
  const made = {
    title: 'wk sla, op timeline: a line and its answer',
    question: z.toJSONSchema(timelineQuestion, { io: 'input' }),
    answer: z.toJSONSchema(timelineAnswer),
  };
  // `WRITE_SCHEMA=1 npx vitest run --project unit test/unit/cli/sla-timeline.test.ts`, then format it.
  if (process.env['WRITE_SCHEMA'] === '1') writeFileSync(file, JSON.stringify(made));

  it('is what the program reads and answers', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
  });

  it('describes every answer', () => {
    const event = fc.record({
      hours: fc.integer({ min: 0, max: 90 }),
      event: fc.constantFrom(
        ...['agent_reply', 'customer_message', 'note', 'resolved', 'reopened'].map((type) => ({ type })),
        { type: 'status', status: 'pending' },
        { type: 'status', status: 'in_progress' },
      ),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.integer({ min: 0, max: 200 }), (events, until) => {
        const answer = ask({
          policy: { ...medium, response: { seconds: hour }, next_response: { seconds: hour } },
          rules: matrix,
          events: events.map(({ hours, event: what }) => ({ at: at(hours), ...what })),
          until: at(until),
        });
        expect(timelineAnswer.safeParse(answer).error?.message).toBeUndefined();
        const instants = answer.timeline.map((entry) => Date.parse(entry.at));
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(instants.every((instant) => instant <= Date.parse(at(until)))).toBe(true);
      }),
    );
  });

  it('takes every calendar that the program takes', () => {
    const some = [
      { timezone: 'UTC', hours: {} },
      { timezone: 'UTC', hours: { mon: null }, holidays: null, breaks: null, date_overrides: null },
      {
        timezone: 'UTC',
        hours: { sun: [['22:00', '06:00']] },
        breaks: [{ date: '2026-01-01', from: '01:00', to: '02:00' }],
      },
      { timezone: 'UTC', hours: {}, holidays: ['2026-01-01'], date_overrides: { '2026-01-02': [['09:00', '10:00']] } },
    ];
    for (const calendar of some) {
      expect(openTimeOfCalendar(calendar).ok).toBe(true);
      expect(ask({ calendar }).error).toBeUndefined();
    }
  });
});
