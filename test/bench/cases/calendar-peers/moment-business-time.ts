import moment from 'moment';
import 'moment-business-time';
import type { MakePeer } from './peer.ts';

type WithWorkingTime = moment.Moment & {
  addWorkingTime(count: number, unit: string): moment.Moment;
  workingDiff(other: moment.Moment, unit: string): number;
};

/** Counts whole minutes, which is all that it is asked for. */
export const momentBusinessTime: MakePeer = (hours) => {
  const day = (hours.hours.mon ?? []).flatMap(([from, to]) => [`${from}:00`, `${to}:00`]);
  const workinghours = { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null };
  const locale = { workinghours, holidays: hours.holidays };
  moment.updateLocale('en', locale);
  const at = (instant: number): WithWorkingTime => moment(instant) as WithWorkingTime;
  return {
    add: (start, openMs) =>
      at(start)
        .addWorkingTime(openMs / 60_000, 'minutes')
        .valueOf(),
    between: (start, end) => at(end).workingDiff(at(start), 'minutes') * 60_000,
  };
};
