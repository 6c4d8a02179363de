import { describe, expect, test } from 'vitest';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import { defaultRuleRows, rulesFrom } from '../../../src/main/domain/escalation/default-rules.ts';
import { defaultExplanationTerms } from '../../../src/main/domain/explanation/explanation-terms.ts';
import type { Severity } from '../../../src/preload/contract/values.ts';
import {
  centre,
  climbed,
  deskWithComplaint,
  deskWithTicket,
  hospital,
  HOUR,
  missed,
  people,
  T0,
  told,
  uid,
} from '../../support/centre.ts';

/** Both organizations as they are made, with nothing configured but the rules that they are given. */
function asMade(): ConfigSnapshot {
  let ids = 700;
  const given = { organizationId: hospital, publishedAt: T0 - HOUR, newId: () => uid(++ids) };
  return centre({ policies: [], rules: rulesFrom(defaultRuleRows.hospital, given) });
}

/** Seed B's table: hours to resolution, first and second reminder before it. */
const table: readonly (readonly [Severity, number, number, number])[] = [
  ['low', 72, 48, 12],
  ['medium', 48, 24, 6],
  ['high', 24, 12, 4],
  ['critical', 12, 6, 2],
];

describe("seed B's table of severities", () => {
  test.each(table)('%s: due after %d h, reminders %d h and %d h before', (severity, hours, first, second) => {
    const desk = deskWithComplaint(asMade(), { severity, priority: severity });
    expect(desk.state.clocks).toMatchObject({ response: { kind: 'none' }, next_response: { kind: 'none' } });
    desk.awakeUntil(T0 + hours * HOUR);
    expect(told(desk).filter(([what]) => what.startsWith('reminder'))).toEqual([
      ['reminder 1', hours - first, 'sent'],
      ['reminder 2', hours - second, 'sent'],
    ]);
    expect(told(desk)).toContainEqual(['warning resolution', hours * 0.75, 'sent']);
    expect(missed(desk)).toEqual([['resolution', hours]]);
  });

  test.each(table)('%s: the matrix that a hospital is made with', (severity, hours, first) => {
    const desk = deskWithComplaint(asMade(), { severity, priority: severity }).awakeUntil(T0 + 200 * HOUR);
    const afterReminder = hours - first + 12;
    const levels = [
      ...(afterReminder < hours ? [] : [[1, hours, people.manager]]),
      // Critical: the deadline comes 6 h after the reminder, so level 1 acts before level 2.
      [2, afterReminder, people.hospitalAdmin],
      [3, hours + 24, people.ceo],
    ];
    // High: both come at the deadline, and of one instant the highest level acts.
    expect(climbed(desk)).toEqual(severity === 'high' ? levels.slice(1) : levels);
  });
});

test('seed A: 24 h to respond and 168 h to resolve, warned of after 18 and 126 h', () => {
  const desk = deskWithTicket(centre({ policies: [] })).awakeUntil(T0 + 168 * HOUR);
  expect(told(desk)).toEqual([
    ['warning response', 18, 'sent'],
    ['warning resolution', 126, 'sent'],
  ]);
  expect(missed(desk)).toEqual([
    ['response', 24],
    ['resolution', 168],
  ]);
  expect(climbed(desk)).toEqual([[1, 168, people.manager]]);
});

test("seed B's explanations: 48 h to answer, reminder 12 h before, up at once when overdue, three levels", () => {
  expect(defaultExplanationTerms).toMatchObject({
    responseHours: 48,
    reminderHoursBefore: 12,
    escalate: true,
    escalationHoursOverdue: 0,
    maxLevels: 3,
  });
});
