import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/main/store/store.ts';
import { HOUR, people, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, storeOptions, unwrap } from '../../support/store-options.ts';

const KILLS = process.env['WATCHKEEPER_FULL'] === '1' ? 200 : 12;
const script = fileURLToPath(new URL('../../support/store-child.ts', import.meta.url));

type Child = { process: ChildProcess; lines: string[]; opened: Promise<void>; gone: Promise<void> };

function startChild(desk: StoreDesk, task: 'write' | 'hold'): Child {
  const child = spawn(process.execPath, [script, desk.directory, Buffer.from(desk.key).toString('hex'), task], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const opened = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'open') resolve();
      else lines.push(line);
    });
    void gone.then(() => reject(new Error('the other process ended before it opened the store')));
  });
  return { process: child, lines, opened, gone };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('one process owns a store', () => {
  test('and another, or a second opening in the same one, gets STORE_IN_USE until it ends, however it ends', async () => {
    const desk = await StoreDesk.start('owned');
    const again = () => openStore(storeOptions(desk.directory, desk.key));
    expect(codeOf(await again())).toBe('STORE_IN_USE');
    await desk.close();

    const other = startChild(desk, 'hold');
    await other.opened;
    expect(codeOf(await again())).toBe('STORE_IN_USE');
    other.process.kill('SIGKILL');
    await other.gone;
    const opened = unwrap(await again());
    expect(opened.info.checked).toBe(true);
    await opened.close();
  });
});

describe('what was acknowledged', () => {
  test('is there after a restart: tickets, timelines, drafts, preferences, inbox', async () => {
    const desk = await StoreDesk.start('restart');
    const { ticketId } = await desk.creates({ assigneeId: people.agent });
    await desk.does({ kind: 'note', input: { ticketId, text: 'called back' } });
    await desk.execute('save-draft', { key: 'intake', text: 'half a sentence' }, people.agent);
    await desk.execute('set-preference', { key: 'theme', value: 'dark' }, people.agent);
    await desk.wakesAt(T0 + 25 * HOUR);
    const read = async () => [
      unwrap(await desk.read('ticket-view', { ticketId }, people.agent)),
      unwrap(await desk.read('notifications', {}, people.agent)),
      unwrap(await desk.read('draft', { key: 'intake' }, people.agent)),
      unwrap(await desk.read('preferences', {}, people.agent)),
      unwrap(await desk.read('queue-counts', {}, people.agent)),
    ];
    const before = await read();
    await desk.reopen();
    expect(await read()).toEqual(before);
    expect(desk.store.info.checked).toBe(false);
    expect(await desk.differences()).toEqual([]);
    await desk.close();
  });

  test(
    `survives ${KILLS} kills in the middle of writing, and the rows still say what the log says`,
    { timeout: KILLS * 30_000 },
    async () => {
      const desk = await StoreDesk.start('killed');
      await desk.close();
      const acknowledged: string[] = [];
      for (let n = 0; n < KILLS; n += 1) {
        const child = startChild(desk, 'write');
        await child.opened;
        // A different moment each time: within the first, second, third … write.
        await until(() => child.lines.length > n % 5);
        child.process.kill('SIGKILL');
        await child.gone;
        acknowledged.push(...child.lines);
      }
      const opened = unwrap(await openStore(storeOptions(desk.directory, desk.key)));
      const context = { viewerId: people.agent, nowAt: T0 };
      const kept = new Set<string>();
      let after: string | null = null;
      do {
        const page: { rows: { id: string }[]; next: string | null } = unwrap(
          await opened.query('list-tickets', { limit: 500, after }, context),
        );
        for (const { id } of page.rows) kept.add(id);
        after = page.next;
      } while (after !== null);
      expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      const report = unwrap(await opened.query('verify', {}, { viewerId: null, nowAt: T0 }));
      expect(report.first).toEqual([]);
      await opened.close();
    },
  );
});

test('nothing that was written is readable in any file of the store, also after a kill', async () => {
  const markers = [
    'Sipho',
    'Dlamini',
    '082 123 4567',
    '0821234567',
    'sipho@example.org',
    'Burst',
    'Water runs',
    'secretword',
    'City',
    'CREATE TABLE',
    'ticket_created',
  ];
  const desk = await StoreDesk.start('sweep');
  const { ticketId } = await desk.creates();
  await desk.does({ kind: 'note', input: { ticketId, text: 'secretword' } });
  await desk.execute('save-draft', { key: 'intake', text: 'secretword' }, people.agent);
  await desk.close();
  const child = startChild(desk, 'write');
  await child.opened;
  await until(() => child.lines.length > 3);
  child.process.kill('SIGKILL');
  await child.gone;
  const sweep = (): string[] =>
    readdirSync(desk.directory, { withFileTypes: true }).flatMap((entry) => {
      if (!entry.isFile()) return [];
      const { name } = entry;
      const bytes = readFileSync(join(desk.directory, name));
      return markers.filter((marker) => bytes.includes(marker)).map((marker) => `${marker} in ${name}`);
    });
  expect(existsSync(join(desk.directory, 'store.db-wal'))).toBe(true);
  expect(sweep()).toEqual([]);
  const copy = join(desk.directory, 'backup');
  const opened = unwrap(await openStore(storeOptions(desk.directory, desk.key)));
  unwrap(await opened.query('back-up', { directory: copy }, { viewerId: null, nowAt: T0 }));
  await opened.close();
  expect(sweep()).toEqual([]);
  expect(readFileSync(join(copy, 'store.db')).includes('secretword')).toBe(false);

  const restored = unwrap(await openStore(storeOptions(copy, desk.key)));
  expect(unwrap(await restored.query('verify', {}, { viewerId: null, nowAt: T0 })).first).toEqual([]);
  expect(
    unwrap(await restored.query('search', { words: 'secretword', limit: 5 }, { viewerId: people.agent, nowAt: T0 })),
  ).toHaveLength(1);
  expect(codeOf(await restored.query('back-up', { directory: desk.directory }, { viewerId: null, nowAt: T0 }))).toBe(
    'STORE_EXISTS',
  );
  await restored.close();
});
