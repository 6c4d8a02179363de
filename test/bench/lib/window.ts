import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronLaunch } from '../../../scripts/lib/runtime.mjs';

export type Opened = { app: ElectronApplication; page: Page; ms: number };

const emptyWindow = fileURLToPath(new URL('../empty-window', import.meta.url));

/** Waits until an element is there, looking at every frame: Playwright's own waiting looks every half second after a while. */
export async function shown(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((sought) => document.querySelector(sought) !== null, selector, { polling: 'raf' });
}

async function open(launch: Parameters<typeof _electron.launch>[0], selector: string): Promise<Opened> {
  const startedAt = performance.now();
  const app = await _electron.launch(launch);
  const page = await app.firstWindow();
  await shown(page, selector);
  return { app, page, ms: performance.now() - startedAt };
}

/**
 * Starts the built desk on a store and waits for its sign-in screen.
 * @param clockAt  the instant at which its clock stands until it is moved; left out: the machine's own
 */
export function openDesk(directory: string, clockAt?: number): Promise<Opened> {
  const data = join(tmpdir(), `watchkeeper-bench-data-${process.pid}`);
  const env = { WATCHKEEPER_DATA: data, ...(clockAt !== undefined && { WATCHKEEPER_TEST_CLOCK_AT: String(clockAt) }) };
  return open(electronLaunch(['--store', directory], env), 'input[type=password]');
}

/** Starts the same Electron with a window that shows one line. */
export function openEmptyWindow(): Promise<Opened> {
  const launch = electronLaunch();
  const [root = ''] = launch.args.slice(-1);
  return open({ ...launch, args: launch.args.map((arg) => (arg === root ? emptyWindow : arg)) }, '#ready');
}

async function parents(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const pairs = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [pid, Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  return new Map(pairs);
}

/** @returns MB of memory that the app's processes have to themselves, shared pages by share (PSS); Linux only */
export async function memoryMb(app: ElectronApplication): Promise<number> {
  const parentOf = await parents();
  const family = new Set([app.process().pid ?? 0]);
  for (let grew = true; grew;) {
    const before = family.size;
    for (const [pid, parent] of parentOf) if (family.has(parent)) family.add(pid);
    grew = family.size > before;
  }
  const sizes = await Promise.all(
    [...family].map(async (pid) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    }),
  );
  return sizes.reduce((sum, kb) => sum + kb, 0) / 1024;
}
