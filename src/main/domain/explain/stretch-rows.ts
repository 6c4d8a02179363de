import type { Stretch } from '../../../preload/contract/explain-clocks.ts';

/** More rows than this nobody reads. */
export const MOST_ROWS = 40;
/** Of a list that is too long even so, this many are kept at either end. */
const KEPT_AT_EACH_END = 15;
/** Fewer openings than this are shorter to read one by one. */
const FEWEST_OPENINGS = 3;

type Row = Stretch;
type Weekly = Extract<Row, { kind: 'open' | 'closed' }>;
type Run = Extract<Row, { kind: 'run' }>;

function isWeekly(row: Row): row is Weekly {
  return (row.kind === 'open' || row.kind === 'closed') && row.because === 'weekly_hours';
}

function runOf(rows: readonly Weekly[]): Run {
  const run: Run = {
    kind: 'run',
    fromAt: Infinity,
    untilAt: -Infinity,
    openings: 0,
    eachMs: null,
    openMs: 0,
    closedMs: 0,
  };
  const lengths = new Set<number>();
  for (const { kind, fromAt, untilAt } of rows) {
    const ms = untilAt - fromAt;
    run.fromAt = Math.min(run.fromAt, fromAt);
    run.untilAt = Math.max(run.untilAt, untilAt);
    if (kind === 'closed') run.closedMs += ms;
    else {
      run.openings += 1;
      run.openMs += ms;
      lengths.add(ms);
    }
  }
  const [eachMs] = lengths;
  run.eachMs = lengths.size === 1 ? (eachMs ?? null) : null;
  return run;
}

/** Openings by the week that follow each other, and the closed time between them, as one row. */
function withRuns(rows: readonly Row[], onlyEqual: boolean): Row[] {
  const result: Row[] = [];
  let run: Weekly[] = [];
  let openMs: number | null = null;
  const end = (): void => {
    const openings = run.filter(({ kind }) => kind === 'open').length;
    if (openings < FEWEST_OPENINGS) result.push(...run);
    else result.push(runOf(run));
    run = [];
    openMs = null;
  };
  for (const row of rows) {
    if (!isWeekly(row)) {
      end();
      result.push(row);
      continue;
    }
    if (row.kind === 'open') {
      const ms = row.untilAt - row.fromAt;
      if (onlyEqual && openMs !== null && openMs !== ms) end();
      openMs = ms;
    }
    run.push(row);
  }
  end();
  return result;
}

function spanOf(row: Row): { fromAt: number; untilAt: number } {
  return row.kind === 'clock_change'
    ? { fromAt: row.at, untilAt: row.at }
    : { fromAt: row.fromAt, untilAt: row.untilAt ?? row.fromAt };
}

/** The middle of a list in one row; what it adds up to stays exact. */
function withoutMiddle(rows: readonly Row[]): Row[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const middle = rows.slice(KEPT_AT_EACH_END, -KEPT_AT_EACH_END);
  const summed = { openMs: 0, closedMs: 0, pausedMs: 0, pausedOpenMs: 0 };
  let fromAt = Infinity;
  let untilAt = -Infinity;
  for (const row of middle) {
    const span = spanOf(row);
    fromAt = Math.min(fromAt, span.fromAt);
    untilAt = Math.max(untilAt, span.untilAt);
    switch (row.kind) {
      case 'open':
        summed.openMs += row.untilAt - row.fromAt;
        break;
      case 'closed':
        summed.closedMs += row.untilAt - row.fromAt;
        break;
      case 'pause':
        summed.pausedMs += row.ms;
        summed.pausedOpenMs += row.openMs;
        break;
      case 'run':
        summed.openMs += row.openMs;
        summed.closedMs += row.closedMs;
        break;
      default:
    }
  }
  return [
    ...rows.slice(0, KEPT_AT_EACH_END),
    { kind: 'summed', fromAt, untilAt, rows: middle.length, ...summed },
    ...rows.slice(-KEPT_AT_EACH_END),
  ];
}

/**
 * A list of stretches that can be read, however long the time is: first equal openings become one row, then all openings
 * by the week, then the middle is summed up. The rows add up to what the stretches do.
 * @param rows  in order
 */
export function shortened(rows: readonly Row[]): Row[] {
  const steps: readonly ((list: readonly Row[]) => Row[])[] = [
    (list) => withRuns(list, true),
    () => withRuns(rows, false),
    withoutMiddle,
  ];
  let list = [...rows];
  for (const step of steps) {
    if (list.length <= MOST_ROWS) return list;
    list = step(list);
  }
  return list;
}
