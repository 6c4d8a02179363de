import type { Logger } from '../ports/logger.ts';
import type { WorkerRole } from './worker/protocol.ts';
import { startWorker, type StoreWorker } from './worker/start-worker.ts';

export type StoreThreads = { writer: StoreWorker; quick: StoreWorker; long: StoreWorker };

/**
 * Starts a store's threads ahead of its key: loading their code takes longer than opening the store, and the time in which
 * somebody types a password, or that the password costs, is free for it. They hold nothing of a store until it is opened.
 * @param workerEntry  `worker/entry.ts`, or the file that it was bundled into
 * @param readers  1 where one question is asked at a time: each thread loads all of the store's code
 */
export function startThreads(workerEntry: URL, logger: Logger, readers: 1 | 2 = 2): StoreThreads {
  const thread = (role: WorkerRole): StoreWorker =>
    startWorker(workerEntry, role, (message) => {
      logger.error('store.thread_died', { error: message });
    });
  const writer = thread('writer');
  const quick = thread('reader');
  return { writer, quick, long: readers === 1 ? quick : thread('reader') };
}

export function readersOf({ quick, long }: StoreThreads): readonly StoreWorker[] {
  return [...new Set([quick, long])];
}

export async function endThreads(threads: StoreThreads): Promise<void> {
  const { writer } = threads;
  const readers = readersOf(threads);
  // The readers first: the writer's last checkpoint needs them out of the log.
  await Promise.all(readers.map((reader) => reader.ask({ kind: 'close' })));
  await writer.ask({ kind: 'close' });
  await Promise.all([writer, ...readers].map(({ gone }) => gone));
}
