import type { Clock } from '../ports/clock.ts';
import type { PowerEvents } from '../ports/power-events.ts';
import type { Session } from './session.ts';

/** Rule: security.md, 2. */
const IDLE_LIMIT_MS = 5 * 60_000;
/** A second late is no harm; asking the system more often than it can have changed is waste. */
const SHORTEST_LOOK_MS = 1_000;

/**
 * Locks the desk after five minutes without input, and when the machine is locked or falls asleep.
 * One look per possible end of the five minutes: input in between only moves the next look.
 * @param idleMs  ms since the last input of the person at the machine
 */
export function startAutoLock(session: Session, clock: Clock, power: PowerEvents, idleMs: () => number): void {
  const look = (): void => {
    const idle = idleMs();
    if (idle >= IDLE_LIMIT_MS) void session.lock();
    // Idle already: the next look can only matter after somebody has signed in again.
    const waitMs = idle >= IDLE_LIMIT_MS ? IDLE_LIMIT_MS : Math.max(IDLE_LIMIT_MS - idle, SHORTEST_LOOK_MS);
    clock.wakeAt(clock.now() + waitMs, look);
  };
  look();
  power.onLock(() => void session.lock());
  power.onSuspend(() => void session.lock());
}
