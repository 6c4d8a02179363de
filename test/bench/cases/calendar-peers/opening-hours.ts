import OpeningHours from 'opening_hours';
import type { MakePeer } from './peer.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** It has no adding: its iterator, which its own guide calls the fast way, is advanced until the time is used up. */
export const openingHours: MakePeer = (hours) => {
  const daily = (hours.hours.mon ?? []).map((interval) => interval.join('-')).join(',');
  const closed = hours.holidays.map((date) => {
    const [year, month, day] = date.split('-');
    return `${year} ${months[Number(month) - 1]} ${day} off`;
  });
  const table = new OpeningHours([`Mo-Fr ${daily}`, ...closed].join('; '), null);
  return {
    add(start, openMs) {
      const iterator = table.getIterator(new Date(start));
      let at = start;
      let left = openMs;
      for (;;) {
        const isOpen = iterator.getState();
        if (!iterator.advance()) return Number.NaN;
        const next = iterator.getDate().getTime();
        if (isOpen && next - at >= left) return at + left;
        if (isOpen) left -= next - at;
        at = next;
      }
    },
    between: (start, end) => table.getOpenDuration(new Date(start), new Date(end))[0],
  };
};
