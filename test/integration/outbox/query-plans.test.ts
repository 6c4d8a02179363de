import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { CommandInput, CommandName, CommandOutput } from '../../../src/main/store/store.ts';
import { loadConfig } from '../../../src/main/store/config/config-table.ts';
import { outboxNextAt } from '../../../src/main/store/messages/outbox-next.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { openTables } from '../../../src/main/store/worker/open-tables.ts';
import { runCommand, type WriterState } from '../../../src/main/store/worker/run-command.ts';
import { city, people, T0 } from '../../support/centre.ts';
import { outboxDesk } from '../../support/outbox-desk.ts';
import { seedOf, unwrap } from '../../support/store-options.ts';

/** Every text that a connection was asked to prepare. */
function watched(inner: Database.Database, seen: Set<string>): Database.Database {
  return new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        if (name === 'prepare') seen.add(String(given[0]).replaceAll(/\s+/gu, ' '));
        return call.apply(target, given);
      };
    },
  });
}

test('every statement about messages on the way of a step reads by index, however many there are', async () => {
  const desk = await outboxDesk('message-plans', ['sms', 'email']);
  const contact = { name: 'S', phone: '082 123 4567', email: '', language: 'en' as const, channels: ['sms' as const] };
  await desk.creates({ contact });
  const reader = { email: 'agent@city.example', phone: '', ways: {}, quietHours: null };
  unwrap(await desk.execute('save-reader-settings', reader, people.otherAgent));
  for (let n = 0; n < 2; n += 1) await desk.creates({ contact, assigneeId: people.otherAgent });
  await desk.close();

  const seen = new Set<string>();
  const db = connect(join(desk.directory, 'store.db'), desk.key, 'writer', false);
  const tables = openTables(watched(db, seen));
  const place = { deskId: people.ceo, deskCode: 'TEST', lastAt: (T0 + 1) * 1024, numberCounter: 9, configVersion: 9 };
  const state: WriterState = { tables, desk: place, config: loadConfig(db) };
  let nowAt = T0 + 10_000;
  const run = <N extends CommandName>(name: N, input: CommandInput<N>): CommandOutput<N> => {
    const context = { nowAt, actorId: null, seed: seedOf(`${name} ${nowAt}`) };
    return unwrap(runCommand(state, name, input, context).result) as CommandOutput<N>;
  };
  const room = { sms: 5, email: 5, whatsapp: 5 };
  const { claimed, token } = run('claim-messages', { keychain: false, room });
  const ids = claimed.map(({ outgoing }) => outgoing.messageId);
  const [id = ''] = ids;
  run('message-sending', { ids, token });
  run('message-outcome', { id, token, outcome: { kind: 'unsure', code: 'TIMEOUT' } });
  nowAt += 30_000;
  for (const look of run('tend-outbox', { keychain: false }).looks)
    run('message-looked', { id: look.id, token: look.token, looked: { kind: 'seen', providerSids: ['SM1'] } });
  const inbound = { direction: 'in', channel: 'sms', from: '+27821234567', to: '+27110000000', status: '' } as const;
  const messages = [{ ...inbound, providerSid: 'SM2', text: 'yes', code: null, at: nowAt }];
  run('receive-inbound', { organizationId: city, channel: 'sms', messages });
  outboxNextAt({ statements: tables.statements, config: state.config, nowAt }, false);

  const plans = [...seen]
    .filter((sql) => /^(?:SELECT|UPDATE|DELETE)/u.test(sql) && /\b(?:message|channel_|inbound|address_mark)/u.test(sql))
    .map((sql) => {
      const places = [...sql.matchAll(/\?/gu)].map(() => 1);
      const steps = db.prepare<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places);
      return { sql, plan: steps.map(({ detail }) => detail).join(' | ') };
    });
  expect(ids.length).toBeGreaterThan(0);
  expect(plans.length).toBeGreaterThan(10);
  expect(plans.filter(({ plan }) => /\bSCAN\b|TEMP B-TREE/u.test(plan))).toEqual([]);
  db.close();
});
