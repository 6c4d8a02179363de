import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../../src/main/store/store.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { loadConfig } from '../../../src/main/store/config/config-table.ts';
import { openTables } from '../../../src/main/store/worker/open-tables.ts';
import { runCommand, type WriterState } from '../../../src/main/store/worker/run-command.ts';
import { databaseFailure } from '../../../src/main/store/worker/database-failure.ts';
import { people, T0 } from '../../support/centre.ts';
import { freshDirectory, StoreDesk } from '../../support/store-desk.ts';
import { codeOf, intake, seedOf, storeOptions, unwrap } from '../../support/store-options.ts';

const long = { ...intake, description: 'water everywhere '.repeat(1000) };

function tryToCreate(state: WriterState, n: number): string {
  const context = { nowAt: T0 + n, actorId: people.agent, seed: seedOf(`full ${n}`) };
  try {
    return codeOf(runCommand(state, 'ticket-command', { kind: 'create', input: long }, context).result);
  } catch (error) {
    return databaseFailure(error)?.code ?? String(error);
  }
}

describe('when the database can grow no more', () => {
  test('at whatever page it stops, the command leaves nothing and all before it stays', async () => {
    const desk = await StoreDesk.start('pages');
    await desk.creates();
    await desk.close();
    const db = connect(join(desk.directory, 'store.db'), desk.key, 'writer', false);
    const deskRow = {
      deskId: people.ceo,
      deskCode: 'FULL',
      lastAt: T0 * 1024 + 5000,
      numberCounter: 50,
      configVersion: 2,
    };
    const state: WriterState = { tables: openTables(db), desk: deskRow, config: loadConfig(db) };
    const count = () =>
      db
        .prepare<[], { events: number; tickets: number }>(
          'SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM ticket) AS tickets',
        )
        .get();
    const left: { code: string; isAsBefore: boolean }[] = [];
    let full = 0;
    for (let n = 0; n < 60; n += 1) {
      const pages = Number(db.pragma('page_count', { simple: true }));
      db.pragma(`max_page_count = ${pages + (n % 4)}`);
      const before = { rows: count(), number: state.desk.numberCounter };
      const code = tryToCreate(state, n);
      const after = { rows: count(), number: state.desk.numberCounter };
      if (code === 'ok') continue;
      full += 1;
      left.push({ code, isAsBefore: JSON.stringify(after) === JSON.stringify(before) });
    }
    expect(new Set(left.map(({ code }) => code))).toEqual(new Set(['DISK_FULL']));
    expect(left.filter(({ isAsBefore }) => !isAsBefore)).toEqual([]);
    expect(full).toBeGreaterThan(10);
    db.close();
  });
});

/** A disk of its own, small: only root can make one. */
function smallDisk(path: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('when the disk is full', () => {
  const disk = freshDirectory('disk');
  let mounted = false;
  beforeAll(() => {
    mounted = smallDisk(disk);
  });
  afterAll(() => {
    if (mounted) execFileSync('umount', ['-l', disk]);
  });

  test('it says so, loses nothing that was acknowledged, frees its reserve and goes on when there is room', async ({
    skip,
  }) => {
    if (!mounted) skip('a disk of 16 MB can be made by root alone');
    const desk = await StoreDesk.start('on-disk');
    await desk.close();
    execFileSync('cp', ['-r', `${desk.directory}/.`, disk]);
    rmSync(join(disk, 'store.reserve'), { force: true });
    const store = unwrap(await openStore(storeOptions(disk, desk.key)));
    expect(existsSync(join(disk, 'store.reserve'))).toBe(true);
    const context = (n: number) => ({ nowAt: T0 + n, actorId: people.agent, seed: seedOf(`disk ${n}`) });
    const acknowledged: string[] = [];
    let code = 'ok';
    for (let n = 0; code === 'ok'; n += 1) {
      const result = await store.execute('ticket-command', { kind: 'create', input: long }, context(n));
      if (result.ok) acknowledged.push(result.value.ticketId);
      code = codeOf(result);
    }
    expect(code).toBe('DISK_FULL');
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(existsSync(join(disk, 'store.reserve'))).toBe(false);
    expect(
      codeOf(await store.execute('save-draft', { key: 'intake', text: 'what was being typed' }, context(9001))),
    ).toBe('ok');

    writeFileSync(join(disk, 'somebody-elses'), '');
    try {
      for (let n = 0; n < 4096; n += 1) writeFileSync(join(disk, 'somebody-elses'), Buffer.alloc(4096), { flag: 'a' });
    } catch {
      // Full to the last page: what comes now meets an error at every write.
    }
    for (let n = 0; n < 5; n += 1) {
      expect(codeOf(await store.execute('ticket-command', { kind: 'create', input: long }, context(9100 + n)))).toBe(
        'DISK_FULL',
      );
    }
    expect(unwrap(await store.query('draft', { key: 'intake' }, { viewerId: people.agent, nowAt: T0 })).text).toBe(
      'what was being typed',
    );
    rmSync(join(disk, 'somebody-elses'));
    await store.close();

    const again = unwrap(await openStore(storeOptions(disk, desk.key)));
    const { rows } = unwrap(await again.query('list-tickets', { limit: 1000 }, { viewerId: people.agent, nowAt: T0 }));
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(acknowledged));
    expect(unwrap(await again.query('verify', {}, { viewerId: null, nowAt: T0 })).first).toEqual([]);
    await again.close();
  });
});
