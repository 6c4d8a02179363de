import type { Instant } from '../../preload/contract/values.ts';
import { createWakeList } from './wake-list.ts';
import type { WatchedClock } from './watched-clock.ts';

export type ManualClock = WatchedClock & {
  /** Moves the clock on and wakes whom it passes, in order. @param byMs  negative sets it back */
  advance(byMs: number): void;
  /** Somebody sets the clock: it wakes nobody by itself and is not trusted until that is confirmed. */
  setBy(byMs: number): void;
};

/** A clock that stands until it is told to move: for tests, and for a desk that is driven through days in seconds. */
export function createManualClock(startAt: Instant): ManualClock {
  const wakes = createWakeList();
  const listeners = new Set<() => void>();
  let nowAt = startAt;
  let movedMs = 0;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const wakeDue = (untilAt: Instant): void => {
    for (let next = wakes.earliest(); next !== null && next <= untilAt; next = wakes.earliest()) {
      nowAt = Math.max(nowAt, next);
      wakes.takeDue(nowAt)?.();
    }
  };
  return {
    now: () => nowAt,
    wakeAt(at, run) {
      const cancel = wakes.add(at, run);
      // Not in this turn, as the port says.
      if (at <= nowAt) queueMicrotask(() => wakeDue(nowAt));
      return cancel;
    },
    advance(byMs) {
      const endAt = nowAt + byMs;
      if (byMs >= 0) wakeDue(endAt);
      nowAt = endAt;
      tell();
    },
    setBy(byMs) {
      nowAt += byMs;
      movedMs += byMs;
      tell();
    },
    movedByMs: () => (movedMs === 0 ? null : movedMs),
    confirm() {
      movedMs = 0;
      tell();
    },
    onJump: (listener) => void listeners.add(listener),
    recheck: () => wakeDue(nowAt),
    stop: () => undefined,
  };
}
