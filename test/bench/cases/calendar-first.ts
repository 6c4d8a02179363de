import { compileCalendar } from '../../../src/main/domain/calendar/compile-calendar.ts';
import { calendarOf, YEAR } from './calendar-questions.ts';

/**
 * Two things of a fresh process, as JSON: CPU ms until a calendar's first answer, in a process that has shown a date
 * before (what Node itself spends on its first is `intlMs`), and bytes that a calendar has come to keep.
 */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
const DAY = 86_400_000;
const [zone = ''] = process.argv.slice(2);

const beganMs = cpuMs();
new Intl.DateTimeFormat('en').format(0);
const intlMs = cpuMs() - beganMs;

const hours = calendarOf(zone, 5);
const askedMs = cpuMs();
compileCalendar(hours).add(Date.UTC(YEAR, 5, 1), 4 * 3_600_000);
const firstMs = cpuMs() - askedMs;

const COUNT = 50;
const used = (): number => {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};
const kept = Array.from({ length: COUNT }, () => calendarOf(zone, 5));
const before = used();
for (const each of kept) {
  const open = compileCalendar(each);
  // All of its years until every table is made that there is room for, and once across all time.
  for (let at = Date.UTC(YEAR - 1, 0); at < Date.UTC(YEAR + 5, 0); at += DAY) open.add(at, 30 * 8 * 3_600_000);
  open.between(Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T00:00:00Z'));
}
const bytes = (used() - before) / COUNT;
process.stdout.write(JSON.stringify({ intlMs, firstMs, bytes, calendars: kept.length }));
