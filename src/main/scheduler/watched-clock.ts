import type { Clock } from '../ports/clock.ts';

/** A clock that tells when it was set, so that countdowns and plans made from it are read again. */
export type WatchedClock = Clock & {
  onJump(listener: () => void): void;
  /** Looks at the wall clock now instead of within a minute: the machine woke. */
  recheck(): void;
  stop(): void;
};
