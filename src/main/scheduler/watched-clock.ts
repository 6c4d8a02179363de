import type { Clock } from '../ports/clock.ts';

/** A clock that tells when it was set, so that countdowns and plans made from it are read again. */
export type WatchedClock = Clock & {
  /** Told after every jump, and when the clock is trusted again. */
  onJump(listener: () => void): void;
  /**
   * By how much the clock was moved with no sleep to explain it; null while it is trusted.
   * @returns ms, more than five minutes either way
   * Rule: product.md, SLA 11.
   */
  movedByMs(): number | null;
  /** A person says that the time is right: it is trusted from here on. */
  confirm(): void;
  /** Looks at the wall clock now instead of within a minute: the machine woke. */
  recheck(): void;
  stop(): void;
};
