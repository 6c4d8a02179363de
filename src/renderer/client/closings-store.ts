import type { Closings } from '../../preload/contract/calendars.ts';
import type { Instant } from '../../preload/contract/values.ts';
import type { Client } from './client.ts';
import type { Timers } from './ticker.ts';

/** Calendars that rows ask for within this time are asked for together. */
export const gatherMs = 50;
/** What is known is asked for again after this, long before it runs out. */
export const renewMs = 24 * 3_600_000;
const mostAtOnce = 50;

/** The open time of one calendar, as far as the window has been told. */
export type OpenHours = {
  /** @returns the closing that stands at `at`, its `untilAt` null if nothing opens again; null when open or not known */
  closingAt(at: Instant): { untilAt: Instant | null } | null;
  /** @returns ms of open time between the two; null where it is not known as far as `untilAt` */
  openMs(fromAt: Instant, untilAt: Instant): number | null;
};
export type ClosingsStore = {
  /** Asks for a calendar unless it is known already. */
  want(calendarVersionId: string): void;
  hoursOf(calendarVersionId: string): OpenHours;
};

function hoursIn(told: Closings | undefined): OpenHours {
  return {
    closingAt: (at) =>
      told?.closed.find(({ fromAt, untilAt }) => fromAt <= at && (untilAt === null || at < untilAt)) ?? null,
    openMs(fromAt, untilAt) {
      if (told === undefined || untilAt > told.untilAt) return null;
      let open = Math.max(0, untilAt - fromAt);
      for (const closing of told.closed) {
        const from = Math.max(fromAt, closing.fromAt);
        open -= Math.max(0, Math.min(untilAt, closing.untilAt ?? untilAt) - from);
      }
      return open;
    },
  };
}

const unknownHours = hoursIn(undefined);

/**
 * When the calendars on screen are closed: clocks that count in them stand still then.
 * @param onTold  called whenever something more is known
 */
export function createClosingsStore(client: Client, timers: Timers, onTold: () => void): ClosingsStore {
  const known = new Map<string, OpenHours>();
  const wanted = new Set<string>();
  let waiting: number | null = null;
  let renewal: number | null = null;

  async function ask(): Promise<void> {
    waiting = null;
    const ids = [...wanted];
    wanted.clear();
    for (let from = 0; from < ids.length; from += mostAtOnce) {
      const calendarVersionIds = ids.slice(from, from + mostAtOnce);
      const answer = await client.request('calendar.closings', { calendarVersionIds });
      // On a failure its clocks count on as if it were open; the next row that names it asks again.
      if (!answer.ok) continue;
      for (const id of calendarVersionIds) known.set(id, unknownHours);
      for (const told of answer.value) known.set(told.calendarVersionId, hoursIn(told));
    }
    renewal ??= timers.set(() => {
      renewal = null;
      for (const id of known.keys()) wanted.add(id);
      void ask();
    }, renewMs);
    onTold();
  }

  return {
    want(calendarVersionId) {
      if (known.has(calendarVersionId)) return;
      wanted.add(calendarVersionId);
      waiting ??= timers.set(() => void ask(), gatherMs);
    },
    hoursOf: (calendarVersionId) => known.get(calendarVersionId) ?? unknownHours,
  };
}
