import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { walk, type Walk } from '../../unit/calendar/slow-walk.ts';
import { percentile, type Figure } from '../lib/figures.ts';
import { lengths, calendarOf, startsOf, YEAR, type Answers, type Asked } from './calendar-questions.ts';

const zones = ['Africa/Johannesburg', 'America/New_York'];
const libraries = ['opening_hours', 'dayjs-business-time', 'moment-business-time'];
/** No library, but what one would write by hand; told beside them. */
const byHand = 'temporal loop';
/** Other programs share the cores: each is measured again later, and its better figures count. */
const PASSES = 2;
const peerFile = new URL('./calendar-child.ts', import.meta.url);
const firstFile = new URL('./calendar-first.ts', import.meta.url);
const SAMPLE = 200;
const GOAL_PER_SECOND = 5_000_000;
/** How often faster than the fastest right library, by length of the question. */
const timesFaster: Readonly<Record<string, number>> = { '4 h': 500, '48 h': 5000 };

/** Each in its own process, in the calendar's own zone: that is the best case of libraries that know only the local one. */
function inOwnProcess(file: URL, args: readonly string[], zone: string, input: string): Promise<string> {
  const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TZ: zone },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(text);
      else reject(new Error(`${file.pathname} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** The walk through every minute says what is right; it shares nothing with what is measured. */
function questions(slow: Walk): Asked[] {
  const starts = startsOf(SAMPLE);
  return lengths.map(({ name, openMs }) => ({
    name,
    openMs,
    starts,
    ends: starts.map((start) => slow.add(start, openMs) ?? Number.NaN),
  }));
}

type Measured = { name: string; rates: readonly number[]; wrong: number };

function judged(name: string, { openMs, ends }: Asked, answers: Answers): Measured {
  const wrongAdds = answers.added.filter((at, n) => at !== ends[n]).length;
  const wrongBetween = answers.measured.filter((ms) => ms !== openMs).length;
  return { name, rates: [answers.addRate, answers.betweenRate], wrong: wrongAdds + wrongBetween };
}

async function measureIn(zone: string): Promise<Map<string, Measured[]>> {
  const slow = walk(calendarOf(zone, 1), Date.UTC(YEAR, 0), Date.UTC(YEAR + 1, 0));
  const asked = questions(slow);
  const names = ['watchkeeper', ...libraries, byHand];
  const passes: Answers[][][] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const answers: Answers[][] = [];
    for (const name of names) {
      const text = await inOwnProcess(peerFile, [name, zone], zone, JSON.stringify(asked));
      answers.push(JSON.parse(text) as Answers[]);
    }
    passes.push(answers);
  }
  return new Map(
    asked.map((each, n) => [
      each.name,
      names.map((name, peer) => bestOf(passes.map((answers) => judged(name, each, answers[peer]?.[n] ?? noAnswers)))),
    ]),
  );
}

const noAnswers: Answers = { added: [], measured: [], addRate: 0, betweenRate: 0 };

function bestOf(passes: readonly Measured[]): Measured {
  const [first = { name: '', rates: [], wrong: 0 }, ...others] = passes;
  const rates = first.rates.map((rate, n) => Math.max(rate, ...others.map((pass) => pass.rates[n] ?? 0)));
  return { ...first, rates };
}

function perSecond(rate: number): string {
  return rate >= 1e6 ? `${(rate / 1e6).toFixed(1)} M` : Math.round(rate).toLocaleString('en');
}

function told({ name, rates, wrong }: Measured): string {
  const share = ((100 * wrong) / (2 * SAMPLE)).toFixed(0);
  return `${name} ${rates.map(perSecond).join(' / ')}${wrong > 0 ? ` (${share} % wrong)` : ''}`;
}

function figuresOf(zone: string, length: string, measured: readonly Measured[]): Figure[] {
  const [own, ...others] = measured;
  if (own === undefined || own.wrong > 0) throw new Error(`Watchkeeper itself is wrong in ${zone}`);
  const times = (peers: readonly Measured[]): number =>
    Math.min(...own.rates.map((rate, n) => rate / Math.max(...peers.map(({ rates }) => rates[n] ?? 0))));
  const right = others.filter(({ name, wrong }) => name !== byHand && wrong === 0);
  const limit = timesFaster[length];
  return [
    {
      name: `${zone}, ${length}: slower of add and between`,
      value: Math.min(...own.rates),
      unit: '/CPU-s',
      limit: GOAL_PER_SECOND,
      atLeast: true,
      note: `add ${own.rates.map(perSecond).join(', between ')}`,
    },
    {
      name: `${zone}, ${length}: times the fastest library that is right`,
      value: times(right),
      unit: '×',
      ...(limit === undefined ? {} : { limit, atLeast: true }),
      note: others
        .filter(({ name }) => name !== byHand)
        .map(told)
        .join(', '),
    },
    {
      name: `${zone}, ${length}: times a plain loop over Temporal`,
      value: times(others.filter(({ name }) => name === byHand)),
      unit: '×',
      note: others
        .filter(({ name }) => name === byHand)
        .map(told)
        .join(', '),
    },
  ];
}

/** How much slower the longest question is than the shortest. */
function growth(zone: string, byLength: ReadonlyMap<string, readonly Measured[]>): Figure {
  const own = lengths.map(({ name }) => byLength.get(name)?.[0]?.rates ?? []);
  const [short = [], , long = []] = own;
  const ratios = short.map((rate, n) => rate / (long[n] ?? 0));
  return { name: `${zone}: 30 open days / 4 h, time of one`, value: Math.max(...ratios), unit: '×', limit: 2 };
}

async function startIn(zone: string): Promise<Figure[]> {
  const runs: { intlMs: number; firstMs: number; bytes: number }[] = [];
  for (let run = 0; run < 7; run += 1) {
    runs.push(JSON.parse(await inOwnProcess(firstFile, [zone], zone, '')) as (typeof runs)[number]);
  }
  const median = (pick: (run: (typeof runs)[number]) => number): number => percentile(runs.map(pick), 0.5);
  return [
    {
      name: `${zone}: first answer of a calendar`,
      value: median(({ firstMs }) => firstMs),
      unit: 'ms CPU',
      limit: 10,
      note: `after ${median(({ intlMs }) => intlMs).toFixed(0)} ms that the first date of a process costs in Node`,
    },
    { name: `${zone}: memory of a calendar`, value: median(({ bytes }) => bytes) / 1000, unit: 'kB', limit: 300 },
  ];
}

/** Business time, against what else reckons it. */
export async function calendar(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const zone of zones) {
    const byLength = await measureIn(zone);
    for (const [length, measured] of byLength) figures.push(...figuresOf(zone, length, measured));
    figures.push(growth(zone, byLength), ...(await startIn(zone)));
  }
  return figures;
}
