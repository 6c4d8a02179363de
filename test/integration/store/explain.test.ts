import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivation } from '../../../src/preload/contract/explain.ts';
import { HOUR, people, T0, uid } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
let ticketId = '';
let sensitiveId = '';

beforeAll(async () => {
  desk = await StoreDesk.start('explain');
  ({ ticketId } = await desk.creates({ assigneeId: people.agent }));
  ({ ticketId: sensitiveId } = await desk.creates({ subject: 'unspeakable' }));
  await desk.does({ kind: 'mark_sensitive', input: { ticketId: sensitiveId } });
  await desk.wakesAt(T0 + 30 * HOUR);
});
afterAll(() => desk.close());

describe('why a ticket stands as it does', () => {
  test('is told from the store, as the contract has it', async () => {
    const told = derivation.parse(unwrap(await desk.read('explain-ticket', { ticketId }, people.agent)));
    expect(told).toMatchObject({
      kind: 'derived',
      nowAt: T0 + 30 * HOUR,
      timezone: 'Africa/Johannesburg',
      leading: 'response',
      policy: { counts: { name: 'policy 21' } },
      rules: [{ level: 1, standing: { kind: 'fired', at: T0 + 24 * HOUR, toUserId: people.manager } }],
    });
  });

  test.each(['agent', 'supervisor', 'hospitalAdmin', 'auditor'] as const)(
    'is told to a %s, who sees the ticket',
    async (who) => {
      expect(unwrap(await desk.read('explain-ticket', { ticketId }, people[who])).kind).toBe('derived');
    },
  );

  test('is told to nobody who does not see tickets, and reads as if there were none', async () => {
    expect(codeOf(await desk.read('explain-ticket', { ticketId }, people.administrator))).toBe('NOT_FOUND');
    expect(codeOf(await desk.read('explain-ticket', { ticketId }, null))).toBe('NOT_FOUND');
    expect(codeOf(await desk.read('explain-ticket', { ticketId: uid(1) }, people.agent))).toBe('NOT_FOUND');
  });

  test('is of a sensitive ticket that it is excluded and nothing else, for those with clearance alone', async () => {
    const told = unwrap(await desk.read('explain-ticket', { ticketId: sensitiveId }, people.clearedSupervisor));
    expect(Object.keys(told).sort()).toEqual(['kind', 'nowAt', 'number', 'ticketId']);
    expect(told.kind).toBe('excluded');
    for (const userId of [people.agent, people.manager, people.ceo, people.auditor])
      expect(codeOf(await desk.read('explain-ticket', { ticketId: sensitiveId }, userId))).toBe('NOT_FOUND');
  });

  test('changes nothing in the store', async () => {
    const before = await desk.differences();
    await desk.read('explain-ticket', { ticketId }, people.agent);
    expect(await desk.differences()).toEqual(before);
    expect(before).toEqual([]);
  });
});
