import { describe, expect, test } from 'vitest';
import { engineEventId } from '../../../src/main/domain/ticket/engine-ids.ts';
import { foldTicket } from '../../../src/main/domain/ticket/fold.ts';
import { transact } from '../../../src/main/domain/ticket/transact.ts';
import {
  centre,
  climbed,
  creation,
  Desk,
  deskWithTicket,
  HOUR,
  people,
  stampAt,
  T0,
  uid,
} from '../../support/centre.ts';

/** The municipality with nothing configured: seed A's defaults. */
const plain = () => centre({ policies: [] });
const breachAt = T0 + 168 * HOUR;

/** Seed A's ten technical decisions, as far as the rules keep them; how messages are worded and sent is not theirs. */
describe("seed A's ten decisions", () => {
  test('1, sensitive tickets have no service level: nothing is due, told or escalated', () => {
    const desk = deskWithTicket(plain(), { sensitive: true, assigneeId: null });
    desk.wakesAt(T0 + 1000 * HOUR);
    expect(desk.kinds()).toEqual(['ticket_created', 'policy_matched']);
    expect(desk.last).toMatchObject({ nextAt: null, notices: [] });
  });

  test('2, 24 h to respond and 168 h to resolve where nothing is configured', () => {
    expect(deskWithTicket(plain()).state.clocks).toMatchObject({
      response: { dueAt: T0 + 24 * HOUR },
      resolution: { dueAt: breachAt },
    });
  });

  test('3, one escalation however many workers see it due', () => {
    const desk = deskWithTicket(plain());
    const worker = (n: number) =>
      transact(desk.log, [], {
        nowAt: breachAt + n,
        config: plain(),
        stamp: stampAt(() => breachAt + n, uid(900 + n)),
      }).added;
    const merged = new Map([0, 1, 2].flatMap((n) => worker(n).map((event) => [event.id, event])));
    const escalations = [...merged.values()].filter(({ kind }) => kind === 'escalated');
    expect(escalations).toHaveLength(1);
    expect(foldTicket([...desk.log, ...merged.values()], plain())?.escalation.level).toBe(1);
  });

  test('4, it is assigned to the manager of the team, and the former assignment stays in its history', () => {
    const desk = deskWithTicket(plain()).awakeUntil(breachAt);
    expect(climbed(desk)).toEqual([[1, 168, people.manager]]);
    expect(desk.state.assigneeId).toBe(people.manager);
    const former = desk.log.flatMap((event) => (event.kind === 'escalated' ? [event.body.formerAssigneeId] : []));
    expect(former).toEqual([people.agent]);
  });

  test("5, 6 and 9, the rules say who is told of what and in no words: the contact's language is kept with the ticket", () => {
    const desk = new Desk(plain());
    desk.does(creation({ contact: { name: 'N', phone: '1', email: '', language: 'zu' } }));
    desk.wakesAt(breachAt);
    expect(desk.state.contact.language).toBe('zu');
    expect(Object.keys(desk.last?.notices[0] ?? {}).sort()).toEqual(
      ['id', 'kind', 'level', 'number', 'organizationId', 'ticketId', 'userId'].sort(),
    );
  });

  test('7, they wait for nothing: the same log, time and configuration give the same events', () => {
    const once = () => deskWithTicket(plain()).awakeUntil(breachAt).log;
    expect(once()).toEqual(once());
  });

  test('8, everything that travels is plain data', () => {
    const { log } = deskWithTicket(plain()).awakeUntil(breachAt);
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
  });

  test('10, lists of the configuration are made once, and anew when something is configured', () => {
    const config = plain();
    const [rules, holders] = [config.currentRules(uid(1)), config.holders(uid(1), 'ceo')];
    expect(config.currentRules(uid(1))).toBe(rules);
    expect(config.holders(uid(1), 'ceo')).toBe(holders);
    const ceo = config.user(people.ceo);
    if (ceo === undefined) throw new Error('no ceo');
    config.apply({ kind: 'user_saved', value: { ...ceo, grants: [] } });
    expect(config.holders(uid(1), 'ceo')).toEqual([]);
  });

  test('the id of an escalation is made of ticket, clock and level, never of the time', () => {
    const desk = deskWithTicket(plain()).awakeUntil(breachAt);
    const escalated = desk.log.find(({ kind }) => kind === 'escalated');
    expect(escalated?.id).toBe(engineEventId(desk.ticketId, desk.state.runs.resolution, 'escalated', 1));
  });
});
