import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { HOUR, people, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, intake, unwrap } from '../../support/store-options.ts';

/** A morning's work, refusals included. */
async function morning(desk: StoreDesk): Promise<void> {
  const first = await desk.creates({ assigneeId: people.agent });
  const second = await desk.creates({ subject: 'another' });
  desk.nowAt = T0 + HOUR;
  await desk.does({
    kind: 'set_status',
    input: { ticketId: first.ticketId, status: 'pending', reason: '', disposition: null },
  });
  const noted = await desk.does({ kind: 'note', input: { ticketId: second.ticketId, text: 'on it' } });
  await desk.execute(
    'ticket-command',
    { kind: 'unmark_sensitive', input: { ticketId: first.ticketId, reason: 'x' } },
    people.agent,
  );
  await desk.wakesAt(T0 + 30 * HOUR, 1);
  await desk.does({ kind: 'undo', input: { eventId: noted.eventId } }).catch(() => undefined);
  await desk.does({ kind: 'mark_sensitive', input: { ticketId: second.ticketId } });
}

function everything(desk: StoreDesk): unknown {
  const db = connect(join(desk.directory, 'store.db'), desk.key, 'reader', false);
  const tables = ['event', 'ticket', 'queue_counter', 'notification', 'desk', 'config_entity', 'audit_entry', 'replan'];
  const all = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]);
  db.close();
  return all;
}

describe('the same commands with the same times and seeds', () => {
  test('make the same store, row for row', async () => {
    const [one, other] = [await StoreDesk.start('replay-a'), await StoreDesk.start('replay-b')];
    await morning(one);
    await morning(other);
    expect(everything(other)).toEqual(everything(one));
    expect(await one.differences()).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('a command that fails', () => {
  test('leaves nothing: no event, no number given, no step of the log’s clock', async () => {
    const desk = await StoreDesk.start('nothing-left');
    await desk.creates();
    const before = everything(desk);
    const refused = await desk.execute(
      'ticket-command',
      { kind: 'create', input: { ...intake, teamId: people.ceo } },
      people.agent,
    );
    expect(codeOf(refused)).toBe('NOT_FOUND');
    expect(everything(desk)).toEqual(before);
    expect((await desk.creates()).number).toMatch(/-000002$/);
    await desk.close();
  });

  test('through a bug ends as INTERNAL with an id that the log has once, and the store goes on', async () => {
    const logged: unknown[] = [];
    const logger = { info() {}, warn() {}, error: (event: string, fields: unknown) => logged.push({ event, fields }) };
    const desk = await StoreDesk.start('bug', { logger });
    // What no type lets through: a form that no rule was written for.
    const broken = { kind: 'note', input: null } as unknown as Parameters<StoreDesk['does']>[0];
    const failed = await desk.execute('ticket-command', broken, people.agent);
    expect(failed).toMatchObject({
      ok: false,
      code: 'INTERNAL',
      params: { errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).toContain(String(failed.ok ? '' : failed.params?.['errorId']));
    expect((await desk.creates()).number).toMatch(/-000001$/);
    expect(unwrap(await desk.read('queue-counts', {}, people.agent)).all).toBe(1);
    await desk.close();
  });
});
