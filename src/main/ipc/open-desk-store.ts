import type { Result } from '../../preload/contract/result.ts';
import type { WatchedClock } from '../scheduler/watched-clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';
import { openStore, type CommandContext, type Store } from '../store/store.ts';
import type { StoreThreads } from '../store/threads.ts';

/** What every opening of the store needs, handed down once by the composition root. */
export type DeskParts = {
  /** Folder of the store. */
  directory: string;
  workerEntry: URL;
  migrationsDirectory: string;
  /** Null under plain Node, which has no keychain. */
  secrets: Secrets | null;
  clock: WatchedClock;
  random: Random;
  logger: Logger;
};

/** @param threads  started ahead, where there was time to */
export function openDeskStore(parts: DeskParts, key: Uint8Array, threads?: StoreThreads): Promise<Result<Store>> {
  const { directory, workerEntry, migrationsDirectory, clock, random, logger } = parts;
  return openStore({
    directory,
    key,
    workerEntry,
    migrationsDirectory,
    nowAt: clock.now(),
    seed: seedOf(random),
    logger,
    threads,
  });
}

export function commandContext(parts: Pick<DeskParts, 'clock' | 'random'>, actorId: string | null): CommandContext {
  const isHeld = parts.clock.movedByMs() !== null;
  return { nowAt: parts.clock.now(), seed: seedOf(parts.random), actorId, isHeld };
}

function seedOf(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('hex');
}
