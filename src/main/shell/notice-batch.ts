import type { Clock } from '../ports/clock.ts';

export type Notice = { text: string; ticketId: string | null };

/** At most this many notifications by themselves in a minute; what comes on top is told as one number. */
const ALONE_A_MINUTE = 3;
const MINUTE_MS = 60_000;

/**
 * Keeps a bad hour from burying the screen: the first three notices of any minute are shown as they come, the rest of that
 * minute as one at its end.
 * @param show  shows one notice; `many` is how many it stands for, 1 for one shown by itself
 */
export function createNoticeBatch(
  clock: Clock,
  show: (notice: Notice, many: number) => void,
): (notice: Notice) => void {
  let shownAt: number[] = [];
  let waiting: Notice[] = [];
  const release = (): void => {
    const last = waiting.at(-1);
    const many = waiting.length;
    waiting = [];
    if (last === undefined) return;
    shownAt.push(clock.now());
    show(many === 1 ? last : { text: last.text, ticketId: null }, many);
  };
  return (notice) => {
    const now = clock.now();
    shownAt = shownAt.filter((at) => at > now - MINUTE_MS && at <= now);
    if (waiting.length === 0 && shownAt.length < ALONE_A_MINUTE) {
      shownAt.push(now);
      show(notice, 1);
      return;
    }
    waiting.push(notice);
    if (waiting.length === 1) clock.wakeAt((shownAt[0] ?? now) + MINUTE_MS, release);
  };
}
