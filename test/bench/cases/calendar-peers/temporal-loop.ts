import { Temporal } from 'temporal-polyfill';
import type { MakePeer } from './peer.ts';

/** What one would write by hand: day by day, interval by interval, with nothing made twice. */
export const temporalLoop: MakePeer = ({ timezone, hours, holidays }) => {
  const closed = new Set(holidays);
  const week = [hours.mon, hours.tue, hours.wed, hours.thu, hours.fri, hours.sat, hours.sun].map((day) =>
    (day ?? []).map(([from, to]) => [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)] as const),
  );
  const dateAt = (at: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
  const instantOf = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime): number =>
    date.toZonedDateTime({ timeZone: timezone, plainTime }).epochMilliseconds;
  function* intervalsFrom(at: number): Generator<readonly [from: number, until: number]> {
    for (let date = dateAt(at); ; date = date.add({ days: 1 })) {
      const intervals = week[date.dayOfWeek - 1] ?? [];
      if (intervals.length === 0 || closed.has(date.toString())) continue;
      for (const [from, until] of intervals) yield [instantOf(date, from), instantOf(date, until)];
    }
  }
  return {
    add(start, openMs) {
      let left = openMs;
      for (const [from, until] of intervalsFrom(start)) {
        const begin = Math.max(start, from);
        if (until <= begin) continue;
        if (until - begin >= left) return begin + left;
        left -= until - begin;
      }
      return Number.NaN;
    },
    between(start, end) {
      let sum = 0;
      for (const [from, until] of intervalsFrom(start)) {
        if (from >= end) break;
        sum += Math.max(0, Math.min(end, until) - Math.max(start, from));
      }
      return sum;
    },
  };
};
