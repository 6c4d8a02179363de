import type { Logger } from '../ports/logger.ts';
import type { WorkerRole } from './worker/protocol.ts';
import { startWorker, type StoreWorker } from './worker/start-worker.ts';

export type StoreThreads = { writer: StoreWorker; quick: StoreWorker; long: StoreWorker };

/**
 * Starts a store's threads ahead of its key: loading their code takes longer than opening the store, and the time in which
 * somebody types a password, or that the password costs, is free for it. They hold nothing of a store until it is opened.
 * @param workerEntry  `worker/entry.ts`, or the file that it was bundled into
 */
export function startThreads(workerEntry: URL, logger: Logger): StoreThreads {
  const thread = (role: WorkerRole): StoreWorker =>
    startWorker(workerEntry, role, (message) => {
      logger.error('store.thread_died', { error: message });
    });
  return { writer: thread('writer'), quick: thread('reader'), long: thread('reader') };
}

export async function endThreads({ writer, quick, long }: StoreThreads): Promise<void> {
  // The readers first: the writer's last checkpoint needs them out of the log.
  await Promise.all([quick, long].map((reader) => reader.ask({ kind: 'close' })));
  await writer.ask({ kind: 'close' });
  await Promise.all([writer.gone, quick.gone, long.gone]);
}
