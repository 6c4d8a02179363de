import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { HOUR, people, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';

test('a ticket whose events cannot be read does not keep the others from being worked off', async () => {
  const desk = await StoreDesk.start('set-aside');
  const poisoned = await desk.creates({});
  const sound = await desk.creates({});
  await desk.close();
  const db = connect(join(desk.directory, 'store.db'), desk.key, 'writer', false);
  db.prepare("UPDATE event SET body = '{' WHERE stream_id = ? AND kind = 'ticket_created'").run(poisoned.ticketId);
  db.close();

  await desk.reopen();
  desk.nowAt = T0 + 30 * HOUR;
  const first = await desk.execute('work-off', { limit: 10, awaiting: false }, null);
  expect(first).toMatchObject({ ok: true, value: { worked: 2, failures: [expect.stringContaining('SyntaxError')] } });
  expect(first).toMatchObject({ value: { more: false, nextAt: desk.nowAt + 15 * 60_000 } });
  const view = await desk.read('ticket-view', { ticketId: sound.ticketId }, people.manager);
  expect(view).toMatchObject({ ok: true, value: { level: 1, status: 'escalated' } });
  await desk.close();
});
