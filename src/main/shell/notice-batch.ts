import type { Clock } from '../ports/clock.ts';

type Notice = { text: string; ticketId: string | null };

/**
 * What is shown. `text` is null of what waited: the desk may be locked by then and the ticket sensitive, so that it says how many
 * there are and nothing of what they are. `many`: how many notices it stands for.
 */
type Shown = { text: string | null; ticketId: string | null; many: number };

/** At most this many notifications by themselves in a minute; what comes on top is told as one number. */
const ALONE_A_MINUTE = 3;
const MINUTE_MS = 60_000;

/**
 * Keeps a bad hour from burying the screen: the first three notices of any minute are shown as they come, the rest of that
 * minute as one at its end.
 * @param show  shows one notice
 */
export function createNoticeBatch(clock: Clock, show: (shown: Shown) => void): (notice: Notice) => void {
  let shownAt: number[] = [];
  let waiting: Notice[] = [];
  const release = (): void => {
    const last = waiting.at(-1);
    const many = waiting.length;
    waiting = [];
    if (last === undefined) return;
    shownAt.push(clock.now());
    show({ text: null, ticketId: many === 1 ? last.ticketId : null, many });
  };
  return (notice) => {
    const now = clock.now();
    shownAt = shownAt.filter((at) => at > now - MINUTE_MS && at <= now);
    if (waiting.length === 0 && shownAt.length < ALONE_A_MINUTE) {
      shownAt.push(now);
      show({ ...notice, many: 1 });
      return;
    }
    waiting.push(notice);
    if (waiting.length === 1) clock.wakeAt((shownAt[0] ?? now) + MINUTE_MS, release);
  };
}
