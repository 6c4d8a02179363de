import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Whether a lock's owner is gone. A process id is looked up where there is one; a lock without one (its owner died
 * between the two steps of taking it) counts as stale after ten seconds.
 * @param {{ pid: number | null, ageMs: number }} lock
 * @param {(pid: number) => boolean} isRunning
 */
export function isStale({ pid, ageMs }, isRunning) {
  return pid === null ? ageMs > 10_000 : !isRunning(pid);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} folder */
async function readLock(folder) {
  const pid = await readFile(join(folder, 'pid'), 'utf8').then(Number, () => null);
  const madeAt = await stat(folder).then(
    (entry) => entry.mtimeMs,
    () => Date.now(),
  );
  return { pid: pid || null, ageMs: Date.now() - madeAt };
}

/**
 * Does `work` while no other process does it: `mkdir` is atomic on every file system we meet.
 * @template T
 * @param {string} folder  the lock itself; made and removed here
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait]  called once if another process is at it
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait = () => {}) {
  await mkdir(dirname(folder), { recursive: true });
  for (let told = false; ;) {
    try {
      await mkdir(folder);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (isStale(await readLock(folder), isAlive)) {
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    if (!told) onWait();
    told = true;
    await sleep(250);
  }
  try {
    await writeFile(join(folder, 'pid'), String(process.pid));
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
