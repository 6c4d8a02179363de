import { readFileSync } from 'node:fs';
import { calendarOf, type Answers, type Asked } from './calendar-questions.ts';
import type { MakePeer, Peer } from './calendar-peers/peer.ts';

/** Each loaded only in its own process. */
const peers: Readonly<Record<string, () => Promise<MakePeer>>> = {
  watchkeeper: async () => (await import('./calendar-peers/watchkeeper.ts')).watchkeeper,
  opening_hours: async () => (await import('./calendar-peers/opening-hours.ts')).openingHours,
  'dayjs-business-time': async () => (await import('./calendar-peers/dayjs-business-time.ts')).dayjsBusinessTime,
  'moment-business-time': async () => (await import('./calendar-peers/moment-business-time.ts')).momentBusinessTime,
  'temporal loop': async () => (await import('./calendar-peers/temporal-loop.ts')).temporalLoop,
};
const WARM_UP_SECONDS = 0.3;
/** Many short runs, of which the best counts: other programs take turns on the same cores and slow all down by halves. */
const RUNS = 20;
const RUN_SECONDS = 0.025;

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** @returns operations per CPU-second */
function rateOf(ask: (times: number) => number): number {
  let batch = 1;
  let sum = 0;
  const run = (seconds: number): number => {
    const startedAt = cpuSeconds();
    let done = 0;
    let spent = 0;
    while (spent < seconds) {
      sum += ask(batch);
      done += batch;
      spent = cpuSeconds() - startedAt;
      if (spent < seconds / 8) batch *= 2;
    }
    return done / spent;
  };
  run(WARM_UP_SECONDS);
  batch = Math.max(1, Math.floor(batch / 16));
  const rates = Array.from({ length: RUNS }, () => run(RUN_SECONDS));
  return Number.isNaN(sum) ? 0 : Math.max(...rates);
}

function measure({ add, between }: Peer, { starts, openMs, ends }: Asked): Answers {
  const from = Float64Array.from(starts);
  const until = Float64Array.from(ends);
  let next = 0;
  const go = (): number => (next = next + 1 === from.length ? 0 : next + 1);
  // A loop of its own for each, so that what is measured is the answer and not the way to it.
  const addTimes = (times: number): number => {
    let sum = 0;
    for (let n = 0; n < times; n += 1) sum += add(from[go()] ?? 0, openMs) ?? Number.NaN;
    return sum;
  };
  const betweenTimes = (times: number): number => {
    let sum = 0;
    for (let n = 0; n < times; n += 1) sum += between(from[go()] ?? 0, until[next] ?? 0);
    return sum;
  };
  return {
    added: starts.map((start) => add(start, openMs)),
    measured: starts.map((start, n) => between(start, ends[n] ?? 0)),
    addRate: rateOf(addTimes),
    betweenRate: rateOf(betweenTimes),
  };
}

const [name = '', zone = ''] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, 'utf8')) as Asked[];
const make = await peers[name]?.();
if (make === undefined) throw new Error(`no peer ${name}`);
const peer = make(calendarOf(zone, name === 'watchkeeper' ? 5 : 1));
process.stdout.write(JSON.stringify(asked.map((questions) => measure(peer, questions))));
