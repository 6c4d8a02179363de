import type { DeskTime } from '../../preload/contract/people.ts';
import type { WatchedClock } from '../scheduler/watched-clock.ts';

export function deskTimeOf(clock: Pick<WatchedClock, 'now' | 'movedByMs'>): DeskTime {
  const movedByMs = clock.movedByMs();
  return { nowAt: clock.now(), movedByMs: movedByMs === null ? null : Math.round(movedByMs) };
}
