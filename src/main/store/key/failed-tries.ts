import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Instant } from '../../../preload/contract/values.ts';
import { storeFiles } from '../store-files.ts';
import { writeAtomically } from '../write-atomically.ts';

/** Two slips are free; then 1 s, 2 s, 4 s … up to a quarter of an hour. Nothing is ever erased for it. */
const FREE_TRIES = 2;
const LONGEST_MS = 15 * 60_000;

const tries = z.record(z.string(), z.strictObject({ count: z.number().int().min(1), lastAt: z.number().int() }));
type Tries = z.output<typeof tries>;

/** The file must not list who signs in here. */
function keyOf(storeId: string, who: string): string {
  return createHash('sha256').update(`${storeId} ${who.toLowerCase()}`).digest('hex').slice(0, 32);
}

async function readTries(directory: string): Promise<Tries> {
  try {
    const read = tries.safeParse(JSON.parse(await readFile(storeFiles(directory).tries, 'utf8')));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

async function writeTries(directory: string, value: Tries): Promise<void> {
  await writeAtomically(storeFiles(directory).tries, `${JSON.stringify(value)}\n`, 0o600);
}

function waitAfter(count: number): number {
  return count <= FREE_TRIES ? 0 : Math.min(1000 * 2 ** (count - FREE_TRIES - 1), LONGEST_MS);
}

/**
 * Counts a try before it is made, so that killing the program in the middle of one does not make it free.
 * Kept beside the header, not in it: another process may be trying while the owner of the store opens a slot, and neither
 * may write over the other.
 * @returns ms to wait, and then nothing was counted; 0 when the try may be made
 */
export async function startTry(directory: string, storeId: string, who: string, nowAt: Instant): Promise<number> {
  const all = await readTries(directory);
  const key = keyOf(storeId, who);
  const before = all[key];
  if (before !== undefined) {
    const wait = waitAfter(before.count);
    // A clock that was set back must not lock somebody out for longer than the wait itself.
    const left = Math.min(before.lastAt + wait - nowAt, wait);
    if (left > 0) return left;
  }
  await writeTries(directory, { ...all, [key]: { count: (before?.count ?? 0) + 1, lastAt: nowAt } });
  return 0;
}

/** The try was right: its user starts afresh. */
export async function forgetTries(directory: string, storeId: string, who: string): Promise<void> {
  const all = await readTries(directory);
  const { [keyOf(storeId, who)]: gone, ...rest } = all;
  if (gone !== undefined) await writeTries(directory, rest);
}
