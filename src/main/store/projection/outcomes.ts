import type { TargetClock } from '../../../preload/contract/tickets.ts';

/** How a clock stands, as a number that an SQL count groups by. `ended` in time or late; otherwise it counts as neither. */
export const outcome = { noTarget: 0, running: 1, met: 2, missed: 3, overdue: 4, undated: 5 } as const;

export function outcomeOf(clock: TargetClock): number {
  switch (clock.kind) {
    case 'none':
      return outcome.noTarget;
    case 'met':
      return outcome.met;
    case 'breached':
      return clock.endedAt === null ? outcome.overdue : outcome.missed;
    case 'ended':
      return outcome.undated;
    case 'running':
    case 'paused':
      return outcome.running;
  }
}
