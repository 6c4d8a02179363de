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
const WARM_UP_ROUNDS = 3;
const WARM_UP_SECONDS = 0.1;
/** Many short runs, of which the best counts: other programs take turns on the same cores and slow all down by halves. */
const RUNS = 20;
const RUN_SECONDS = 0.025;

/** So many answers, summed up. */
type Ask = (times: number) => number;

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** @returns operations per CPU-second of a run of so many */
function ratesOf(ask: Ask): (seconds: number) => number {
  let batch = 1;
  return (seconds) => {
    const startedAt = cpuSeconds();
    let sum = 0;
    let done = 0;
    let spent = 0;
    while (spent < seconds) {
      sum += ask(batch);
      done += batch;
      spent = cpuSeconds() - startedAt;
      if (spent < seconds / 8) batch *= 2;
    }
    return Number.isNaN(sum) ? 0 : done / spent;
  };
}

/**
 * The best rate of each. They take turns, in warming up too: what is compiled while only one is asked is thrown away at
 * the first question of another, and the later ones would be measured on what replaced it.
 */
function bestRates(asks: readonly Ask[]): number[] {
  const runs = asks.map(ratesOf);
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const run of runs) run(WARM_UP_SECONDS);
  const rounds = Array.from({ length: RUNS }, () => runs.map((run) => run(RUN_SECONDS)));
  return runs.map((_, n) => Math.max(...rounds.map((rates) => rates[n] ?? 0)));
}

// A loop of its own for each operation, so that what is measured is the answer and not the way to it.
function addTimes(times: number, { add }: Peer, from: Float64Array, openMs: number): number {
  let sum = 0;
  let next = 0;
  for (let n = 0; n < times; n += 1) {
    next = next + 1 === from.length ? 0 : next + 1;
    sum += add(from[next] ?? 0, openMs) ?? Number.NaN;
  }
  return sum;
}

function betweenTimes(times: number, { between }: Peer, from: Float64Array, until: Float64Array): number {
  let sum = 0;
  let next = 0;
  for (let n = 0; n < times; n += 1) {
    next = next + 1 === from.length ? 0 : next + 1;
    sum += between(from[next] ?? 0, until[next] ?? 0);
  }
  return sum;
}

function measure(peer: Peer, asked: readonly Asked[]): Answers[] {
  const rates = bestRates(
    asked.flatMap(({ starts, openMs, ends }): Ask[] => {
      const from = Float64Array.from(starts);
      const until = Float64Array.from(ends);
      return [(times) => addTimes(times, peer, from, openMs), (times) => betweenTimes(times, peer, from, until)];
    }),
  );
  return asked.map(({ starts, openMs, ends }, n) => ({
    added: starts.map((start) => peer.add(start, openMs)),
    measured: starts.map((start, at) => peer.between(start, ends[at] ?? 0)),
    addRate: rates[2 * n] ?? 0,
    betweenRate: rates[2 * n + 1] ?? 0,
  }));
}

const [name = '', zone = ''] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, 'utf8')) as Asked[];
const make = await peers[name]?.();
if (make === undefined) throw new Error(`no peer ${name}`);
const peer = make(calendarOf(zone, name === 'watchkeeper' ? 5 : 1));
process.stdout.write(JSON.stringify(measure(peer, asked)));
