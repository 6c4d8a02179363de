import { failure, success } from '../../../preload/contract/result.ts';
import { openTimeOfCalendar } from './calendar-part.ts';
import { isWritable, writeInstant } from './instant-text.ts';
import { instantAt, type Operation } from './operation.ts';

/** The earliest instant by which so many seconds of open time have passed. */
export const add: Operation = {
  keys: ['op', 'calendar', 'start', 'seconds'],
  answer(question) {
    const open = openTimeOfCalendar(question['calendar']);
    if (!open.ok) return open;
    const start = instantAt(question, 'start');
    if (!start.ok) return start;
    const { seconds } = question;
    if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
      return failure('BAD_INPUT', { key: 'seconds', why: 'write a whole number of seconds, 0 or more' });
    }
    const tooLate = failure('BAD_INSTANT', { key: 'seconds', why: 'the end would lie after the year 9999' });
    if (!Number.isSafeInteger(seconds * 1000)) return tooLate;
    const end = open.value.add(start.value, seconds * 1000);
    if (end === null) return success({ end: null });
    return isWritable(end) ? success({ end: writeInstant(end) }) : tooLate;
  },
};

/** The open seconds between two instants, rounded down. */
export const between: Operation = {
  keys: ['op', 'calendar', 'start', 'end'],
  answer(question) {
    const open = openTimeOfCalendar(question['calendar']);
    if (!open.ok) return open;
    const start = instantAt(question, 'start');
    if (!start.ok) return start;
    const end = instantAt(question, 'end');
    if (!end.ok) return end;
    return success({ seconds: Math.floor(open.value.between(start.value, end.value) / 1000) });
  },
};
