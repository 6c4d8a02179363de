import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import type { MakePeer } from './peer.ts';

/** Counts whole minutes, which is all that it is asked for. */
export const dayjsBusinessTime: MakePeer = (hours) => {
  dayjs.extend(businessTime);
  const day = (hours.hours.mon ?? []).map(([from, to]) => ({ start: `${from}:00`, end: `${to}:00` }));
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
  dayjs.setBusinessTime({ sunday: null, ...week, saturday: null });
  dayjs.setHolidays([...hours.holidays]);
  return {
    add: (start, openMs) =>
      dayjs(start)
        .addBusinessMinutes(openMs / 60_000)
        .valueOf(),
    between: (start, end) => dayjs(start).businessMinutesDiff(dayjs(end)) * 60_000,
  };
};
