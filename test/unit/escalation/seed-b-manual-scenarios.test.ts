import { describe, expect, test } from 'vitest';
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
} from '../../support/centre.ts';

/** The five scenarios that seed B's testers went through by hand. */
describe("seed B's manual scenarios", () => {
  test('1, first reminder only: a complaint due in 25 h is reminded of 24 h before, to its assignee, and shown', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 25, [24])], rules: [...seedBMatrix] }));
    desk.wakesAt(T0 + HOUR);
    expect(told(desk)).toEqual([['reminder 1', 1, 'sent']]);
    expect(desk.last?.notices.map(({ userId, kind }) => [userId, kind])).toEqual([[people.agent, 'reminder']]);
  });

  test('2, second reminder: both are sent, each once, and the ticket is not overdue', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 25, [24, 6])], rules: [] }));
    for (let hour = 0; hour < 25; hour += 1) desk.wakesAt(T0 + hour * HOUR);
    expect(told(desk).filter(([what]) => what.startsWith('reminder'))).toEqual([
      ['reminder 1', 1, 'sent'],
      ['reminder 2', 19, 'sent'],
    ]);
    expect(missed(desk)).toEqual([]);
  });

  test('3, escalation after a reminder: 12 h without action assign it to the target', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 25, [24])], rules: [...seedBMatrix] }));
    desk.awakeUntil(T0 + 13 * HOUR);
    expect(climbed(desk)).toEqual([[2, 13, people.hospitalAdmin]]);
    expect(desk.state).toMatchObject({
      assigneeId: people.hospitalAdmin,
      status: 'escalated',
      escalation: { level: 2, at: T0 + 13 * HOUR },
    });
    const rules = desk.log.flatMap((event) => (event.kind === 'escalated' ? [event.body.ruleVersionId] : []));
    expect(rules).toEqual([seedBMatrix[1]?.id]);
  });

  test('4, overdue escalation: a complaint due in 1 h is marked overdue and climbs at its deadline', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 1, [])], rules: [...seedBMatrix] }));
    desk.awakeUntil(T0 + HOUR);
    expect(missed(desk)).toEqual([['resolution', 1]]);
    expect(climbed(desk)).toEqual([[1, 1, people.manager]]);
    expect(desk.kinds().slice(-2)).toEqual(['breached', 'escalated']);
  });

  test('5, three levels: each at its time, once, and it stops at the highest', () => {
    const rules = [...seedBMatrix, { ...seedBMatrix[2], id: 'level 4', ruleId: 'level 4', level: 4 }] as never;
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 1, [])], rules }));
    desk.awakeUntil(T0 + 200 * HOUR);
    expect(climbed(desk)).toEqual([
      [1, 1, people.manager],
      [3, 25, people.ceo],
    ]);
    expect(desk.state.escalation.level).toBe(3);
    expect(desk.last?.nextAt).toBeNull();
  });
});
