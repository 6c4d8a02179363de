import type { QueryOutput, Store } from '../store/store.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import type { WatchedClock } from '../scheduler/watched-clock.ts';
import { heldWords, line, nextWords, workLines } from './report-work.ts';

/**
 * Runs the desk's engine on an open store and says what it does.
 * @param say  takes one line
 * @param stopped  resolves when the desk is to stop
 */
export async function runDesk(
  parts: { store: Store; clock: WatchedClock; random: Random; logger: Logger },
  say: (line: string) => void,
  stopped: Promise<void>,
): Promise<void> {
  const { store, clock } = parts;
  let before = await readReport(store, clock);
  let saidNext = before === null ? 'not known' : nextWords(before);
  let reporting = false;
  let reported = Promise.resolve();
  let reportAgain = false;

  const report = async (): Promise<void> => {
    const nowAt = clock.now();
    const after = await readReport(store, clock);
    if (before !== null && after !== null) for (const each of workLines(before, after, nowAt)) say(each);
    if (after === null) return;
    const next = nextWords(after);
    if (next !== saidNext) say(line(nowAt, 'next', next));
    saidNext = next;
    before = after;
  };
  /** Figures of a large store take seconds: while they are read, more work is only noted. */
  const reportWhileAsked = async (): Promise<void> => {
    while (reportAgain) {
      reportAgain = false;
      await report();
    }
  };
  const reportSoon = (): void => {
    reportAgain = true;
    if (reporting) return;
    reporting = true;
    reported = reportWhileAsked().finally(() => {
      reporting = false;
    });
  };

  const scheduler = createScheduler({ ...parts, onWorked: reportSoon });
  let held: number | null = null;
  clock.onJump(() => {
    const moved = clock.movedByMs();
    if (moved !== held) say(line(clock.now(), ...heldWords(moved)));
    held = moved;
    void scheduler.check();
  });
  say(line(clock.now(), 'next', saidNext));
  await scheduler.start();
  const stopListening = store.onChanged(reportSoon);
  await stopped;
  stopListening();
  clock.stop();
  await scheduler.stop();
  await reported;
}

async function readReport(store: Store, clock: WatchedClock): Promise<QueryOutput<'status-report'> | null> {
  const report = await store.query('status-report', {}, { viewerId: null, nowAt: clock.now() });
  return report.ok ? report.value : null;
}
