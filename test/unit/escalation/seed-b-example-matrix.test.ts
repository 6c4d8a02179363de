import { describe, expect, test } from 'vitest';
import type { HumanEvent } from '../../../src/main/domain/ticket/events.ts';
import {
  centre,
  climbed,
  deskWithComplaint,
  HOUR,
  missed,
  people,
  seedBMatrix,
  seedBPolicy,
  T0,
  told,
  type Desk,
} from '../../support/centre.ts';

/** Medium: 48 h, reminders 24 and 6 h before. */
function complaint(): Desk {
  return deskWithComplaint(centre({ policies: [seedBPolicy(21, 48, [24, 6])], rules: [...seedBMatrix] }));
}

const actions: readonly (readonly [string, HumanEvent])[] = [
  ['a reply', { kind: 'replied', body: { text: 'x' } }],
  ['a note', { kind: 'noted', body: { text: 'x' } }],
  ['a change of status', { kind: 'status_changed', body: { status: 'in_progress', reason: '', disposition: null } }],
  ['an assignment', { kind: 'assigned', body: { assigneeId: people.otherAgent, teamId: null } }],
];
const none: readonly (readonly [string, HumanEvent])[] = [
  ['another priority', { kind: 'ticket_updated', body: { patch: { priority: 'high' } } }],
  ['an acknowledgement', { kind: 'acknowledged', body: { untilAt: T0 + 30 * HOUR } }],
  ['a message of the contact', { kind: 'contact_wrote', body: { text: 'x' } }],
];

describe("seed B's example matrix (Escalation 3)", () => {
  test('reminder, 12 h without action → level 2; 24 h overdue → level 3; level 1 is never gone back to', () => {
    const desk = complaint().awakeUntil(T0 + 100 * HOUR);
    expect(climbed(desk)).toEqual([
      [2, 36, people.hospitalAdmin],
      [3, 72, people.ceo],
    ]);
    expect(missed(desk)).toEqual([['resolution', 48]]);
  });

  test.each(actions)('after %s following the reminder: level 1 at the deadline, then level 3', (_name, act) => {
    const desk = complaint().awakeUntil(T0 + 30 * HOUR);
    desk.does(act);
    desk.awakeUntil(T0 + 100 * HOUR);
    expect(climbed(desk)).toEqual([
      [1, 48, people.manager],
      [3, 72, people.ceo],
    ]);
  });

  test.each(none)('%s is no action', (_name, act) => {
    const desk = complaint().awakeUntil(T0 + 30 * HOUR);
    desk.does(act);
    expect(climbed(desk.awakeUntil(T0 + 40 * HOUR))).toEqual([[2, 36, people.hospitalAdmin]]);
  });

  test('what was done before the reminder, or in its very instant, is no action since', () => {
    const desk = complaint();
    desk.at(T0 + 20 * HOUR).does({ kind: 'noted', body: { text: 'x' } });
    desk.at(T0 + 24 * HOUR).does({ kind: 'noted', body: { text: 'x' } });
    expect(climbed(desk.awakeUntil(T0 + 40 * HOUR))).toEqual([[2, 36, people.hospitalAdmin]]);
  });

  test('what is done in the very instant of the escalation comes first', () => {
    const desk = complaint().awakeUntil(T0 + 35 * HOUR);
    desk.at(T0 + 36 * HOUR).does({ kind: 'noted', body: { text: 'x' } });
    expect(climbed(desk.awakeUntil(T0 + 47 * HOUR))).toEqual([]);
  });

  test('an action that was undone was none', () => {
    const desk = complaint().awakeUntil(T0 + 30 * HOUR);
    const noted = desk.does({ kind: 'noted', body: { text: 'x' } });
    desk.does({ kind: 'voided', body: { eventId: noted } });
    expect(climbed(desk.awakeUntil(T0 + 40 * HOUR))).toEqual([[2, 36, people.hospitalAdmin]]);
  });

  test('an undo that comes after the hours lets the level act then, with its true time', () => {
    const desk = complaint().awakeUntil(T0 + 36 * HOUR - 5000);
    const noted = desk.does({ kind: 'noted', body: { text: 'x' } });
    desk.awakeUntil(T0 + 36 * HOUR + 1000);
    expect(climbed(desk)).toEqual([]);
    desk.does({ kind: 'voided', body: { eventId: noted } });
    expect(climbed(desk)).toEqual([[2, 36, people.hospitalAdmin]]);
  });

  test('a reminder that went to nobody starts no hours', () => {
    const config = centre({
      policies: [seedBPolicy(21, 48, [24])],
      rules: [...seedBMatrix],
      managerId: null,
    });
    const desk = deskWithComplaint(config, { assigneeId: null }).awakeUntil(T0 + 47 * HOUR);
    expect(told(desk)).toContainEqual(['reminder 1', 24, 'nobody']);
    expect(climbed(desk)).toEqual([]);
  });

  test('asleep over the first reminder, the hours count from the one that was sent', () => {
    const desk = complaint().wakesAt(T0 + 23 * HOUR);
    desk.wakesAt(T0 + 47 * HOUR);
    expect(told(desk).filter(([what]) => what.startsWith('reminder'))).toEqual([
      ['reminder 1', 24, 'missed'],
      ['reminder 2', 42, 'sent'],
    ]);
    expect(climbed(desk.awakeUntil(T0 + 100 * HOUR))).toEqual([
      [1, 48, people.manager],
      [2, 54, people.hospitalAdmin],
      [3, 72, people.ceo],
    ]);
  });

  test('a day is spent in one look: of the levels due together only the highest acts', () => {
    const desk = complaint().wakesAt(T0 + 25 * HOUR);
    desk.wakesAt(T0 + 80 * HOUR);
    expect(climbed(desk)).toEqual([[3, 72, people.ceo]]);
    const overtaken = desk.log.flatMap((event) =>
      event.kind === 'escalation_skipped' ? [[event.body.level, event.body.why]] : [],
    );
    expect(overtaken).toEqual([
      [2, 'overtaken'],
      [1, 'overtaken'],
    ]);
  });

  test('within one instant: breach, warning and reminder, rules from the highest level down', () => {
    const desk = complaint().awakeUntil(T0 + 36 * HOUR);
    expect(desk.kinds().slice(-2)).toEqual(['warned', 'escalated']);
  });
});
