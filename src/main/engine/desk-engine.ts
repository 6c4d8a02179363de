import { createSender, type SenderParts } from '../channels/create-sender.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { startOutbox } from '../outbox/start-outbox.ts';
import type { HttpClient } from '../ports/http-client.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';
import { createScheduler, type Scheduler } from '../scheduler/scheduler.ts';
import type { WatchedClock } from '../scheduler/watched-clock.ts';
import type { Store } from '../store/store.ts';

/** What runs on an open store whoever is signed in: what is due is worked off, and messages leave. */
export type DeskEngine = {
  start(store: Store): void;
  /** The machine woke, or its clock was set. */
  check(): void;
  /** With the clock. */
  stop(): Promise<void>;
};

export type EngineParts = {
  clock: WatchedClock;
  random: Random;
  logger: Logger;
  secrets: Secrets | null;
  http: HttpClient;
  /** `channels/worker/entry.ts`, or the file that it was bundled into. */
  channelWorker: URL;
  /** Tests only: by host, what on this machine stands in for it. */
  standIns: SenderParts['standIns'] | undefined;
};

export function createDeskEngine({ http, channelWorker, standIns = {}, ...parts }: EngineParts): DeskEngine {
  let scheduler: Scheduler | null = null;
  let outbox: Outbox | null = null;
  return {
    start(store) {
      scheduler = createScheduler({ ...parts, store });
      void scheduler.start();
      outbox = startOutbox({ ...parts, store }, (onRenewed) =>
        createSender({ workerEntry: channelWorker, http, logger: parts.logger, onRenewed, standIns }),
      );
    },
    check() {
      void scheduler?.check();
      void outbox?.check();
    },
    async stop() {
      parts.clock.stop();
      await scheduler?.stop();
      await outbox?.stop();
    },
  };
}
