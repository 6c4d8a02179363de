import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noticeId } from '../../../src/main/domain/ticket/engine-ids.ts';
import { centre, creation, Desk, deskWithTicket, HOUR, people, T0, uid } from '../../support/centre.ts';

const breachAt = T0 + 24 * HOUR;

function told(desk: Desk) {
  return desk.last?.notices.map(({ userId, kind }) => [userId, kind]);
}

function assigned(assigneeId: string | null) {
  return { kind: 'assigned', body: { assigneeId, teamId: uid(11) } } as const;
}

describe('who hears of what', () => {
  test('an assignee hears of an assignment, but nobody of their own doing', () => {
    const desk = deskWithTicket(centre({ rules: [] }), { assigneeId: null });
    desk.does(assigned(people.otherAgent));
    expect(told(desk)).toEqual([[people.otherAgent, 'assignment']]);
    desk.does(assigned(people.agent));
    expect(told(desk)).toEqual([]);
  });

  test('a breach is told to the assignee, and without one to the manager of the team', () => {
    const config = centre({ rules: [] });
    expect(told(deskWithTicket(config).wakesAt(T0 + 4 * HOUR))).toEqual([[people.agent, 'breach']]);
    expect(told(deskWithTicket(config, { assigneeId: null }).wakesAt(T0 + 4 * HOUR))).toEqual([
      [people.manager, 'breach'],
    ]);
  });

  test('a breach that was noticed a day late is old news and told to nobody', () => {
    const noticed = (lateMs: number) => {
      const desk = deskWithTicket(centre({ rules: [] }));
      desk.does({ kind: 'replied', body: { text: 'x' } });
      return told(desk.wakesAt(breachAt + lateMs));
    };
    expect(noticed(24 * HOUR)).toEqual([[people.agent, 'breach']]);
    expect(noticed(24 * HOUR + 1)).toEqual([]);
  });

  test('an escalation is told however late, since it stands', () => {
    const desk = deskWithTicket(centre()).wakesAt(breachAt + 90 * HOUR);
    expect(told(desk)).toContainEqual([people.manager, 'escalation']);
  });

  test('of a breach and an escalation that come together, a reader hears the escalation alone', () => {
    const desk = deskWithTicket(centre());
    desk.does({ kind: 'replied', body: { text: 'x' } });
    expect(told(desk.wakesAt(breachAt))).toEqual([
      [people.manager, 'escalation'],
      [people.agent, 'escalation_former'],
    ]);
  });

  test('an import tells nobody of its assignments', () => {
    const desk = new Desk(centre());
    desk.does(creation({ batchId: uid(77), assigneeId: people.otherAgent }));
    expect(told(desk)).toEqual([]);
  });

  test('nobody hears of a sensitive ticket without clearance', () => {
    const desk = deskWithTicket(centre(), { sensitive: true, assigneeId: null });
    desk.does(assigned(people.otherAgent));
    expect(told(desk)).toEqual([]);
    desk.does(assigned(people.clearedSupervisor));
    expect(told(desk)).toEqual([[people.clearedSupervisor, 'assignment']]);
  });

  test('a ticket that is sensitive from the start is told to the cleared supervisors', () => {
    const desk = deskWithTicket(centre(), { sensitive: true, assigneeId: null });
    expect(told(desk)).toEqual([[people.clearedSupervisor, 'sensitive_marked']]);
  });

  test('notices of different events, readers or kinds have different ids, each a uuid', () => {
    const ids = new Set<string>();
    for (let event = 0; event < 200; event += 1) {
      for (let reader = 0; reader < 50; reader += 1) {
        for (const kind of ['breach', 'escalation']) ids.add(noticeId(uid(event), uid(reader), kind));
      }
    }
    expect(ids.size).toBe(200 * 50 * 2);
    expect([...ids].every((id) => z.uuid().safeParse(id).success)).toBe(true);
  });

  test('a notice has one id however often it is worked out', () => {
    const ids = () =>
      deskWithTicket(centre())
        .wakesAt(breachAt)
        .last?.notices.map(({ id }) => id);
    expect(ids()).toEqual(ids());
  });
});
