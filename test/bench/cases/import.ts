import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { wkFile } from '../../support/program-files.ts';
import type { Figure } from '../lib/figures.ts';
import { BARE_ROWS_GOAL, bareLog } from '../lib/floors.ts';
import { benchPassword, writeScratch } from '../lib/bench-store.ts';

const ROWS = 50_000;
const run = promisify(execFile);

const mapping = {
  organization: { name: 'Bench', profile: 'municipal', timezone: 'UTC' },
  columns: {
    number: 'Number',
    subject: 'Type',
    category: 'Type',
    created: 'Created',
    due: 'Due',
    closed: 'Closed',
    status: 'Status',
    address: 'Address',
  },
  dates: { form: 'MM/dd/yyyy hh:mm:ss a', zone: 'UTC' },
  statuses: { Open: { status: 'open' }, Closed: { status: 'closed' } },
  policies: { by: 'category', from: 'learn', on_disagreement: 'reject' },
  overdue: 'history',
};

function date(at: number): string {
  const iso = new Date(at).toISOString();
  const hours = Number(iso.slice(11, 13));
  const twelve = String(hours % 12 === 0 ? 12 : hours % 12).padStart(2, '0');
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${twelve}${iso.slice(13, 19)} ${hours < 12 ? 'AM' : 'PM'}`;
}

function csv(): string {
  const lines = ['Number,Type,Created,Due,Closed,Status,Address'];
  const start = Date.parse('2020-01-01T00:00:00Z');
  for (let n = 0; n < ROWS; n += 1) {
    const created = start + n * 61_000;
    const days = 1 + (n % 40);
    const isClosed = n % 20 !== 0;
    const closed = isClosed ? date(created + ((n % 60) + 1) * 86_400_000) : '';
    lines.push(
      `R-${n},Type ${n % 40},${date(created)},${date(created + days * 86_400_000)},${closed},${isClosed ? 'Closed' : 'Open'},"${n} Main St, Town"`,
    );
  }
  return lines.join('\n');
}

function parsedPerSecond(text: string): number {
  const startedAt = performance.now();
  const rows = parse(text, { columns: true });
  return (rows.length / (performance.now() - startedAt)) * 1000;
}

/** `wk import` as a whole process: start, password, reading, checking, deciding, writing, closing. */
export async function importRows(): Promise<Figure[]> {
  const store = join(tmpdir(), `watchkeeper-bench-import-${process.pid}`);
  const file = await writeScratch('rows.csv', csv());
  const map = await writeScratch('mapping.json', JSON.stringify(mapping));
  const password = await writeScratch('password', benchPassword);
  const at = ['--store', store, '--password-file', password];
  await run(process.execPath, [wkFile, 'init', ...at]);
  const startedAt = performance.now();
  const imported = await run(process.execPath, [wkFile, 'import', file, '--mapping', map, '--json', ...at], {
    maxBuffer: 2 ** 26,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const itself = (JSON.parse(imported.stdout) as { seconds: number }).seconds;
  const { stdout } = await run(process.execPath, [wkFile, 'status', '--json', ...at]);
  const { tickets } = JSON.parse(stdout) as { tickets: number };
  if (tickets !== ROWS) throw new Error(`${tickets} of ${ROWS} rows arrived`);
  await Promise.all([store, file, map, password].map((path) => rm(path, { recursive: true, force: true })));
  const { rowsPerSecond } = await bareLog();
  const parsed = parsedPerSecond(csv());
  return [
    {
      name: 'import by wk, whole process',
      value: ROWS / seconds,
      unit: 'rows/s',
      limit: 5000,
      atLeast: true,
      note: `${ROWS} rows in ${seconds.toFixed(1)} s`,
    },
    {
      name: 'the same, from the opened store to the last commit',
      value: ROWS / itself,
      unit: 'rows/s',
      note: 'the file is first read while the password is derived',
    },
    {
      name: 'rows of the log, bare, per row imported',
      value: (rowsPerSecond * seconds) / ROWS,
      unit: 'rows',
      limit: BARE_ROWS_GOAL,
      note: `a row makes 3 to 4 events, a ticket and its search words; csv-parse alone reads ${Math.round(parsed)} rows/s`,
    },
  ];
}
