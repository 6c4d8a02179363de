import { Worker } from 'node:worker_threads';
import { failure } from '../../../preload/contract/result.ts';
import type { Reply, Request, WorkerRole } from './protocol.ts';

/** A request without its number, which the thread's own side gives it. */
export type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export type StoreWorker = {
  /** Never rejects: a thread that died answers INTERNAL. */
  ask(request: Ask): Promise<Reply>;
  /** Requests that are not answered yet. */
  waiting(): number;
  /** Resolves when the thread has gone. */
  gone: Promise<void>;
};

/**
 * Starts a store thread, which loads its code and then waits for `open`.
 * @param onDeath  called once if it dies unasked, with what it died of
 */
export function startWorker(entry: URL, role: WorkerRole, onDeath: (message: string) => void): StoreWorker {
  const worker = new Worker(entry, { workerData: role, name: `store ${role}` });
  const pending = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  let death: string | null = null;
  let closing = false;

  const answerAll = (message: string): void => {
    for (const [id, answer] of pending) answer({ id, result: failure('INTERNAL', { errorId: 'store-thread' }) });
    pending.clear();
    if (death === null && !closing) onDeath(message);
    death = message;
  };
  worker.on('message', (reply: Reply) => {
    pending.get(reply.id)?.(reply);
    pending.delete(reply.id);
  });
  worker.on('error', (error) => {
    answerAll(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  const gone = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      answerAll(`store ${role} ended with ${code}`);
      resolve();
    });
  });

  return {
    ask(request) {
      asked += 1;
      const id = asked;
      if (death !== null) return Promise.resolve({ id, result: failure('INTERNAL', { errorId: 'store-thread' }) });
      if (request.kind === 'close') closing = true;
      return new Promise((resolve) => {
        pending.set(id, resolve);
        worker.postMessage({ ...request, id });
      });
    },
    waiting: () => pending.size,
    gone,
  };
}
