import { describe, expect, test } from 'vitest';
import { explainJson } from '../../../src/main/cli/explain/explain-json.ts';
import { explainText } from '../../../src/main/cli/explain/explain-text.ts';
import { exactSpan } from '../../../src/main/cli/explain/explain-words.ts';
import { explain } from '../../../src/main/domain/explain/explain.ts';
import type { Directory } from '../../../src/preload/contract/people.ts';
import {
  any,
  calendar,
  centre,
  deskWithComplaint,
  deskWithTicket,
  HOUR,
  people,
  policy,
  rule,
  seedBMatrix,
  seedBPolicy,
  T0,
  uid,
  type CentreParts,
  type Desk,
} from '../../support/centre.ts';

const directory: Directory = {
  organizations: [],
  teams: [],
  users: Object.entries(people).map(([displayName, id]) => ({
    id,
    displayName,
    active: true,
    organizationIds: [],
    clearedFor: [],
  })),
};

function textOf(desk: Desk, config: ReturnType<typeof centre>, nowAt = desk.nowAt): string {
  return explainText(explain(desk.state, desk.log, config, nowAt), directory);
}
function linesOf(parts: CentreParts, act: (desk: Desk) => unknown = () => undefined): string[] {
  const config = centre(parts);
  const desk = deskWithTicket(config);
  act(desk);
  return textOf(desk, config).split('\n');
}

const office = policy(21, {
  calendarId: uid(551),
  targetSeconds: { response: null, next_response: null, resolution: 18 * 3600 },
  remindersBeforeSeconds: [4 * 3600],
});
const withHoliday = calendar(51, {
  hours: { ...calendar(51).hours, holidays: ['2026-03-03'] },
  holidayNames: { '2026-03-03': 'Feast of lanterns' },
});

describe('wk explain', () => {
  test('says in the first line when it is due and why, in the zone of the organization', () => {
    const [first, second] = linesOf({ policies: [office], rules: [], calendars: [withHoliday] });
    expect(first).toBe('WK-A-000001  The resolution is due Thu 2026-03-05 10:00, because 18 h of open time end then.');
    expect(second).toBe('Times in Africa/Johannesburg, as of Mon 2026-03-02 10:00');
  });

  test('tells what is counted and what is not, and adds it up', () => {
    const lines = linesOf({ policies: [office], rules: [], calendars: [withHoliday] }, (desk) => {
      desk.at(T0 + HOUR).status('pending');
      desk.at(T0 + 3 * HOUR).status('in_progress');
    });
    expect(lines).toContain('  Granted 18 h = used 1 h + left 17 h');
    expect(lines).toContain(
      '  To Thu 2026-03-05 12:00: 74 h = counted 18 h + closed 54 h + paused 2 h; pauses moved the deadline by 2 h of open time',
    );
    const table = lines
      .filter((line) => line.startsWith('    '))
      .map((line) => line.trim().replaceAll(/ {2,}/gu, ' | '));
    expect(table).toEqual([
      'Mon 2026-03-02 10:00 | Mon 2026-03-02 11:00 | counted | 1 h',
      'Mon 2026-03-02 11:00 | Mon 2026-03-02 13:00 | not counted: pending, 2 h of it open time | 2 h',
      'Mon 2026-03-02 13:00 | Mon 2026-03-02 17:00 | counted | 4 h',
      'Mon 2026-03-02 17:00 | Tue 2026-03-03 00:00 | not counted: weekly hours | 7 h',
      'Tue 2026-03-03 00:00 | Wed 2026-03-04 00:00 | not counted: holiday Feast of lanterns (2026-03-03) | 24 h',
      'Wed 2026-03-04 00:00 | Wed 2026-03-04 08:00 | not counted: weekly hours | 8 h',
      'Wed 2026-03-04 08:00 | Wed 2026-03-04 17:00 | counted | 9 h',
      'Wed 2026-03-04 17:00 | Thu 2026-03-05 08:00 | not counted: weekly hours | 15 h',
      'Thu 2026-03-05 08:00 | Thu 2026-03-05 12:00 | counted | 4 h',
    ]);
  });

  test('answers seed B: why no reminder, why not escalated, why this date', () => {
    const config = centre({
      policies: [{ ...seedBPolicy(21, 48, [24]), active: false }],
      rules: [...seedBMatrix],
      managerId: null,
    });
    const desk = deskWithComplaint(config, { assigneeId: null }).awakeUntil(T0 + 40 * HOUR);
    const text = textOf(desk, config);
    expect(text).toContain('Why: the default of the system, because no policy of the organization is active');
    expect(text).toContain('Not “policy 21” (any ticket): it is inactive');
    expect(text).toContain(
      'not sent: nobody to send it to; the assignee: there is none; the manager of the team: there is none',
    );
    expect(text).toContain('will not act: no reminder was sent: there was nobody to send one to');
    expect(text).toContain(
      'Level 1, at the resolution deadline, to department manager: will act Wed 2026-03-04 10:00, to manager',
    );
    expect(text).toContain('Naming an assignee, or a manager of the team, who can be told');
  });

  test('names who acted, who is told and who holds what', () => {
    const config = centre({
      policies: [
        policy(21, {
          remindersBeforeSeconds: [12 * 3600],
          targetSeconds: { response: null, next_response: null, resolution: 24 * 3600 },
        }),
      ],
      rules: [
        rule(31, { trigger: { kind: 'reminder', hours: 6, elapsed: false } }),
        rule(32, {
          level: 2,
          conditions: { ...any, severity: 'critical' },
          target: { kind: 'user', userId: people.ceo },
        }),
      ],
    });
    const desk = deskWithTicket(config).awakeUntil(T0 + 13 * HOUR);
    desk.does({ kind: 'noted', body: { text: 'x' } }, { actorId: people.otherAgent });
    const text = textOf(desk, config);
    expect(text).toContain('Reminder 1, 12 h before');
    expect(text).toContain('sent to agent');
    expect(text).toContain('will not act: otherAgent acted on it Mon 2026-03-02 23:00 (noted)');
    expect(text).toContain('to ceo (severity critical): will not act: severity is medium and not critical');
  });

  test('says what a desk that slept came to, and why another policy lost, in whole sentences', () => {
    const config = centre({
      policies: [
        policy(20),
        policy(21, {
          match: { ...any, severity: 'medium' },
          remindersBeforeSeconds: [12 * 3600],
          targetSeconds: { response: null, next_response: null, resolution: 24 * 3600 },
        }),
      ],
      rules: [
        rule(31),
        rule(32, {
          level: 2,
          trigger: { kind: 'resolution_breach', hours: 6, elapsed: false },
          target: { kind: 'user', userId: people.ceo },
        }),
      ],
    });
    const desk = deskWithTicket(config);
    expect(textOf(desk, config)).toContain('because 24 h end then.');
    expect(textOf(desk, config, T0 + 31 * HOUR)).toContain('has been due since Tue 2026-03-03 16:00');
    const text = textOf(desk.wakesAt(T0 + 31 * HOUR), config);
    expect(text).toContain('Not “policy 20” (any ticket): it names nothing, and the one that counts names 1');
    expect(text).toContain('was overtaken by level 2: due Tue 2026-03-03 10:00, noticed Tue 2026-03-03 17:00');
    expect(text).toContain(
      'not sent: no desk looked until Tue 2026-03-03 17:00, and by then the deadline had passed (Tue 2026-03-03 10:00)',
    );
  });

  test('says of a clock that stands still what is left, and what leaving the status would do', () => {
    const lines = linesOf({ rules: [] }, (desk) => desk.at(T0 + HOUR).status('pending'));
    expect(lines).toContain(
      'The resolution clock stands still with 23 h left; running again now, it would be due Tue 2026-03-03 10:00.',
    );
    expect(lines).toContain(
      '  Leaving pending sets the resolution clock running; due Tue 2026-03-03 10:00 if done now',
    );
  });

  test('says of a sensitive ticket that it is excluded and nothing else', () => {
    const config = centre();
    const desk = deskWithTicket(config);
    desk.does({ kind: 'marked_sensitive', body: {} });
    expect(textOf(desk, config)).toBe(
      'WK-A-000001  Excluded: a sensitive ticket has no deadlines, reminders or escalations.\n',
    );
  });

  test('gives programs instants in UTC and keys as the command line has them', () => {
    const config = centre();
    const desk = deskWithTicket(config);
    const json = JSON.parse(JSON.stringify(explainJson(explain(desk.state, desk.log, config, T0)))) as Record<
      string,
      unknown
    >;
    expect(json).toMatchObject({
      kind: 'derived',
      now_at: '2026-03-02T08:00:00Z',
      cycle: { started_at: '2026-03-02T08:00:00Z', started_by: 'creation' },
      targets: [
        {
          target: 'response',
          clock: { kind: 'running', due_at: '2026-03-02T12:00:00Z' },
          reckoning: { granted_ms: 4 * HOUR, stretches: [{ from_at: '2026-03-02T08:00:00Z', ms: 4 * HOUR }] },
        },
        { none: 'omitted' },
        { target: 'resolution' },
      ],
    });
    expect(JSON.stringify(json)).not.toMatch(/[a-z][A-Z]\w*":/u);
  });
});

test.each([
  [0, '0 min'],
  [24 * HOUR, '24 h'],
  [90 * 60_000, '1 h 30 min'],
  [125_400, '2 min 5 s'],
  [-HOUR, '-1 h'],
])('%d ms are written as %s', (ms, text) => {
  expect(exactSpan(ms)).toBe(text);
});
