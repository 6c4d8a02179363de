import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/main/store/store.ts';
import { connect } from '../../src/main/store/worker/connection.ts';
import { HOUR, people, T0 } from '../support/centre.ts';
import { StoreDesk } from '../support/store-desk.ts';
import { storeOptions, unwrap } from '../support/store-options.ts';

/** The last version that planned neither warnings nor reminders. */
const BEFORE_WARNINGS = 3;
const LATER_TABLES = [
  'message',
  'message_cause',
  'message_try',
  'message_call',
  'inbound_message',
  'channel_status',
  'channel_secret',
  'address_mark',
];

test('what an earlier release planned without warnings is planned again, and nothing is told of what is over', async () => {
  const desk = await StoreDesk.start('planned-before');
  const { ticketId } = await desk.creates({ assigneeId: people.agent });
  const ended = await desk.creates({ assigneeId: people.agent });
  await desk.does({
    kind: 'set_status',
    input: { ticketId: ended.ticketId, status: 'resolved', reason: '', disposition: null },
  });
  await desk.close();
  const db = connect(join(desk.directory, 'store.db'), desk.key, 'writer', false);
  // As it was left: the response's deadline, and no warning before it.
  db.prepare('UPDATE ticket SET next_at = ? WHERE is_open = 1').run(T0 + 4 * HOUR);
  for (const table of LATER_TABLES) db.exec(`DROP TABLE ${table}`);
  db.pragma(`user_version = ${BEFORE_WARNINGS}`);
  db.close();

  const store = unwrap(await openStore(storeOptions(desk.directory, desk.key)));
  const read = { viewerId: people.agent, nowAt: T0 + HOUR };
  expect(unwrap(await store.query('verify', {}, { ...read, viewerId: null })).first).toEqual([]);
  const nobody = { nowAt: T0 + HOUR, actorId: null, seed: 'ab'.repeat(32) };
  const worked = unwrap(await store.execute('work-off', { limit: 50, awaiting: false }, nobody));
  expect(worked).toMatchObject({ added: 0, nextAt: T0 + 3 * HOUR });
  expect(unwrap(await store.query('ticket-view', { ticketId }, read)).nextAt).toBe(T0 + 3 * HOUR);
  expect(unwrap(await store.query('verify', {}, { ...read, viewerId: null })).first).toEqual([]);
  await store.close();
});
