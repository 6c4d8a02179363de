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

const reminders = (entries: ReturnType<typeof told>) => entries.filter(([what]) => what.startsWith('reminder'));

describe("seed B's configuration examples", () => {
  test('1, standard: due in 48 h, reminders on day 1 and day 1.75, escalated on day 2 if not resolved', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 48, [24, 6])], rules: [...seedBMatrix] }));
    desk.awakeUntil(T0 + 26 * HOUR).does({ kind: 'noted', body: { text: 'seen' } });
    desk.awakeUntil(T0 + 48 * HOUR);
    expect(reminders(told(desk)).map(([, at]) => at / 24)).toEqual([1, 1.75]);
    expect(missed(desk).map(([, at]) => at / 24)).toEqual([2]);
    expect(climbed(desk)).toEqual([[1, 48, people.manager]]);
  });

  test('1, the thank-you is asked for on closing', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 48, [24, 6])], rules: [] }));
    desk.does({ kind: 'status_changed', body: { status: 'closed', reason: '', disposition: null, thank: true } });
    expect(desk.log.at(-1)?.body).toMatchObject({ thank: true });
  });

  test('2, high priority: reminders at hours 12 and 20, due at hour 24', () => {
    const desk = deskWithComplaint(centre({ policies: [seedBPolicy(21, 24, [12, 4])], rules: [] }));
    desk.awakeUntil(T0 + 24 * HOUR);
    expect(reminders(told(desk)).map(([, at]) => at)).toEqual([12, 20]);
    expect(missed(desk).map(([, at]) => at)).toEqual([24]);
  });

  test('3, three levels: after the reminder the hospital administrator, overdue the manager, 24 h overdue the CEO', () => {
    const config = centre({ policies: [seedBPolicy(21, 48, [24])], rules: [...seedBMatrix] });
    const idle = deskWithComplaint(config).awakeUntil(T0 + 90 * HOUR);
    expect(climbed(idle)).toEqual([
      [2, 36, people.hospitalAdmin],
      [3, 72, people.ceo],
    ]);
    const worked = deskWithComplaint(config).awakeUntil(T0 + 30 * HOUR);
    worked.does({ kind: 'replied', body: { text: 'x' } });
    worked.awakeUntil(T0 + 90 * HOUR);
    expect(climbed(worked)).toEqual([
      [1, 48, people.manager],
      [3, 72, people.ceo],
    ]);
  });
});
