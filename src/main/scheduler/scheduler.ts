import type { Instant } from '../../preload/contract/values.ts';
import type { Cancel } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { CommandOutput, Store } from '../store/store.ts';
import type { WatchedClock } from './watched-clock.ts';

export type Worked = CommandOutput<'work-off'>;

export type Scheduler = {
  /** Works off what came due while the program was off, then waits for the next instant. */
  start(): Promise<void>;
  /** Looks again: the machine woke or its clock was set. Costs nothing where nothing is due, however much is open. */
  check(): Promise<void>;
  /** Waits for the running batch and plans nothing more. */
  stop(): Promise<void>;
};

export type SchedulerParts = {
  store: Pick<Store, 'execute' | 'query' | 'onChanged'>;
  /** While it is not trusted nothing is worked off: a breach by a wrong clock cannot be taken back. */
  clock: Pick<WatchedClock, 'now' | 'wakeAt' | 'movedByMs'>;
  random: Random;
  logger: Logger;
  /** Told after each batch that worked something off. */
  onWorked?: (worked: Worked) => void;
};

/** Tickets in one transaction: large enough that its fsync costs little each, short enough (tens of ms) that a person's write waits unnoticed. */
const BATCH = 400;

/**
 * Batches in a row of which no event came: planning a million tickets anew is about five thousand such. More than that is a
 * ticket that stays due, and asking on at once would only spin.
 */
const MOST_BARREN = 10_000;
/** Batches in a row without a ticket: a plan that was asked for and had none to plan is one such. */
const MOST_EMPTY = 20;

/** Waits after a failed round: a full disk or a bug must not spin, and must be tried again all the same. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/**
 * One timer for the earliest planned instant of the whole store; nothing polls open tickets.
 * The instant comes from the change feed after each commit, so that a ticket made a moment ago is waited for at once.
 */
export function createScheduler({ store, clock, random, logger, onWorked }: SchedulerParts): Scheduler {
  let cancel: Cancel | null = null;
  let plannedAt: Instant | null = null;
  /** Earliest planned instant of the store as of its last commit; undefined until it has told one, and after a failure. */
  let knownNextAt: Instant | null | undefined;
  let running: Promise<void> | null = null;
  let askedAgain = false;
  let awaiting = false;
  let failures = 0;
  let stopped = false;
  let stopListening: () => void = () => undefined;

  const plan = (nextAt: Instant | null): void => {
    if (nextAt === plannedAt && cancel !== null) return;
    cancel?.();
    cancel = null;
    plannedAt = nextAt;
    if (nextAt === null || stopped) return;
    cancel = clock.wakeAt(nextAt, () => {
      cancel = null;
      void check();
    });
  };

  /** @returns the instant to wait for; null when nothing is planned */
  const workOff = async (): Promise<Instant | null> => {
    let barren = 0;
    let empty = 0;
    for (;;) {
      // Whoever trusts the clock again has the scheduler look again.
      if (clock.movedByMs() !== null) return hold();
      const tryAwaiting = awaiting;
      awaiting = false;
      const nowAt = clock.now();
      const seed = Buffer.from(random.bytes(32)).toString('hex');
      const result = await store.execute(
        'work-off',
        { limit: BATCH, awaiting: tryAwaiting, telling: onWorked !== undefined },
        { nowAt, seed, actorId: null },
      );
      if (!result.ok) {
        awaiting ||= tryAwaiting;
        return retryAt(result.code);
      }
      const { worked, added, more, nextAt } = result.value;
      for (const error of result.value.failures) logger.error('ticket_set_aside', { error });
      failures = 0;
      knownNextAt = nextAt;
      if (worked > 0) onWorked?.(result.value);
      if (stopped || (!more && !isDue(nextAt) && !awaiting)) return nextAt;
      barren = added === 0 ? barren + 1 : 0;
      empty = worked === 0 ? empty + 1 : 0;
      if (empty > MOST_EMPTY || barren > MOST_BARREN) return retryAt('NOTHING_WORKED');
    }
  };

  const hold = (): null => {
    knownNextAt = undefined;
    return null;
  };

  const retryAt = (code: string): Instant => {
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS);
    failures += 1;
    knownNextAt = undefined;
    logger.warn('work_off_failed', { code, durationMs: waitMs });
    return clock.now() + waitMs;
  };

  const round = async (): Promise<void> => {
    do {
      askedAgain = false;
      const nextAt = await workOff();
      if (!stopped) plan(nextAt);
    } while (askedAgain && !stopped);
  };

  const isDue = (at: Instant | null): boolean => at !== null && at <= clock.now();

  const check = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    if (running === null && !awaiting && knownNextAt !== undefined && !isDue(knownNextAt)) {
      plan(knownNextAt);
      return Promise.resolve();
    }
    askedAgain = true;
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    async start() {
      stopListening = store.onChanged((change) => {
        knownNextAt = change.nextAt;
        if (change.directory) {
          // Somebody may now hold a target that nobody held.
          awaiting = true;
          void check();
        } else if (running === null) plan(change.nextAt);
      });
      awaiting = true;
      await check();
    },
    check,
    async stop() {
      stopped = true;
      stopListening();
      cancel?.();
      await running;
    },
  };
}
