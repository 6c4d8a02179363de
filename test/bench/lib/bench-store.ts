import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hashTree } from '../../../scripts/lib/hash.mjs';
import { openStore, type CommandContext, type Store } from '../../../src/main/store/store.ts';
import { createStore } from '../../../src/main/store/key/create-store.ts';
import { unlock } from '../../../src/main/store/key/unlock.ts';
import type { Result } from '../../../src/preload/contract/result.ts';
import { migrationsDirectory, storeWorker } from '../../support/program-files.ts';
import { benchOrganization, benchTickets, oneMonth, viewer, type BenchHours } from './bench-tickets.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const runner = fileURLToPath(new URL('../run.ts', import.meta.url));
const run = promisify(execFile);
export const benchPassword = 'bench-only-password';

export const silent = { info() {}, warn() {}, error() {} };
export const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params ?? {})}`);
  return result.value;
}

export function asked(nowAt: number, actorId: string | null = null): CommandContext {
  return { nowAt, seed: randomBytes(32).toString('hex'), actorId };
}

export async function openAt(directory: string, nowAt: number): Promise<Store> {
  const credential = { kind: 'password', userName: 'admin', password: benchPassword } as const;
  const { key } = unwrap(await unlock({ directory, credential, secrets: null, nowAt }));
  const seed = randomBytes(32).toString('hex');
  return unwrap(
    await openStore({ directory, key, workerEntry: storeWorker, migrationsDirectory, nowAt, seed, logger: silent }),
  );
}

/** Every store of the bench is made at this instant. */
const madeAt = Date.parse('2026-06-01T08:00:00Z');

export async function buildBenchStore(directory: string, count: number, hours: BenchHours): Promise<void> {
  const nowAt = madeAt;
  const user = { id: viewer.id, userName: 'admin' };
  const made = { directory, user, password: benchPassword, secrets: null, allowPasswordOnly: true, nowAt, random };
  unwrap(await createStore(made));
  const store = await openAt(directory, nowAt);
  unwrap(await store.execute('save-config', { entities: benchOrganization(nowAt, hours.target) }, asked(nowAt)));
  const batch = { id: viewer.batchId, organizationId: viewer.organizationId, fileName: 'bench' };
  for (const tickets of benchTickets(count, nowAt, hours)) {
    unwrap(await store.execute('import-batch', { batch, tickets }, asked(nowAt)));
  }
  await store.close();
}

/** What shapes a store: one that other sources made is not the one to measure. */
const recipe = [
  'drizzle/local',
  'src/main/store/projection',
  'src/main/store/schema',
  'src/main/domain/ticket',
  'src/main/domain/sla',
  'test/bench/lib/bench-tickets.ts',
];

/**
 * A store of `count` open tickets made once and kept in the user's
 * cache; each caller gets a copy of its own.
 * @returns the copy's directory and the instant at which it was made
 */
export async function benchStore(count: number, hours = oneMonth): Promise<{ directory: string; nowAt: number }> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'watchkeeper', 'bench');
  const name = `${count}-${hours.target}-${hours.created}`;
  const kept = join(cache, `${name}-${(await hashTree(root, recipe)).slice(0, 12)}`);
  const isKept = await stat(kept).then(
    () => true,
    () => false,
  );
  if (!isKept) {
    const building = `${kept}.${process.pid}`;
    await mkdir(cache, { recursive: true });
    // In a process of its own: a million tickets passing through would be found in the memory that is measured.
    await run(process.execPath, [runner, '--build', building, String(count), JSON.stringify(hours)]);
    await rename(building, kept);
  }
  const directory = join(tmpdir(), `watchkeeper-bench-${process.pid}-${name}`);
  await rm(directory, { recursive: true, force: true });
  await cp(kept, directory, { recursive: true });
  return { directory, nowAt: madeAt };
}

/** Opens a copy, measures in it, and leaves nothing behind. */
export async function withBenchStore<T>(
  count: number,
  measure: (store: Store, nowAt: number, directory: string) => Promise<T>,
  hours?: BenchHours,
): Promise<T> {
  const { directory, nowAt } = await benchStore(count, hours);
  const store = await openAt(directory, nowAt);
  try {
    return await measure(store, nowAt, directory);
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}

export async function writeScratch(name: string, text: string): Promise<string> {
  const file = join(tmpdir(), `watchkeeper-bench-${process.pid}-${name}`);
  await writeFile(file, text);
  return file;
}
