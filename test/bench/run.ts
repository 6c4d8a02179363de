import { spawn } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { breaches } from './cases/breaches.ts';
import { calendar } from './cases/calendar.ts';
import { command } from './cases/command.ts';
import { dueInstant } from './cases/due-instant.ts';
import { importRows } from './cases/import.ts';
import { messages } from './cases/messages.ts';
import { outbox } from './cases/outbox.ts';
import { plan } from './cases/plan.ts';
import { queue } from './cases/queue.ts';
import { stalls } from './cases/stalls.ts';
import { sweep } from './cases/sweep.ts';
import { whatif } from './cases/whatif.ts';
import { window } from './cases/window.ts';
import { windowStalls } from './cases/window-stalls.ts';
import { buildBenchStore } from './lib/bench-store.ts';
import type { BenchHours } from './lib/bench-tickets.ts';
import { figureHead, figureRow, isHeld, type Figure } from './lib/figures.ts';

const cases: Readonly<Record<string, () => Promise<Figure[]>>> = {
  queue,
  command,
  sweep,
  breaches,
  'due-instant': dueInstant,
  stalls,
  calendar,
  plan,
  import: importRows,
  whatif,
  messages,
  outbox,
  window,
  'window-stalls': windowStalls,
};

/** Each case in a process of its own: what one leaves in memory or in a warm cache must not help the next. */
function inOwnProcess(name: string): Promise<Figure[]> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--case', name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as Figure[]);
      else reject(new Error(`bench ${name} ended with ${code}`));
    });
  });
}

async function runAll(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in cases));
  if (unknown.length > 0) {
    process.stderr.write(`No bench named ${unknown.join(', ')}. There are: ${Object.keys(cases).join(', ')}\n`);
    return 2;
  }
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`;
  process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${figureHead}\n`);
  let missed = 0;
  for (const name of names.length > 0 ? names : Object.keys(cases)) {
    const figures = await inOwnProcess(name).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      return null;
    });
    // A case that ends before its figures has missed them; the others are still worth their time.
    if (figures === null) missed += 1;
    for (const figure of figures ?? []) {
      process.stdout.write(`${figureRow(figure)}\n`);
      if (isHeld(figure) === false) missed += 1;
    }
  }
  return missed === 0 ? 0 : 1;
}

const [flag, name = '', count = '', hours = ''] = process.argv.slice(2);
if (flag === '--case') process.stdout.write(JSON.stringify(await cases[name]?.()));
else if (flag === '--build') await buildBenchStore(name, Number(count), JSON.parse(hours) as BenchHours);
else process.exitCode = await runAll(process.argv.slice(2));
