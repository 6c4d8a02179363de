import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Figure } from '../lib/figures.ts';
import { benchPassword, benchStore } from '../lib/bench-store.ts';
import { viewer } from '../lib/bench-tickets.ts';
import { beginWatch, endWatch, stallFigures } from '../lib/stalls.ts';
import { openDesk, shown } from '../lib/window.ts';

const HOUR_MS = 3_600_000;
const COUNT = 20_000;

type Answer = { ok: boolean; value: { teams: { revision: string; savedAt: number; savedById: string | null }[] } };
type PageGlobals = { watchkeeper: { request(route: string, input: unknown): Promise<Answer> } };

/** A report over all tickets, asked for by the window; what it says does not matter here. @returns whether it was made */
const report = (page: Page, runId: string): Promise<boolean> =>
  page.evaluate(async (id) => {
    const { request } = (globalThis as unknown as PageGlobals).watchkeeper;
    const [first] = (await request('config.get', {})).value.teams;
    if (first === undefined) return false;
    const { revision, savedAt: _at, savedById: _by, ...value } = first;
    const changes = [{ kind: 'team', basedOn: revision, value }];
    return (await request('whatif.run', { runId: id, changes, fromAt: null, untilAt: null, oneIn: 1 })).ok;
  }, runId);

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Sign-in name').fill('admin');
  await page.locator('input[type=password]').fill(benchPassword);
  await page.keyboard.press('Enter');
  await shown(page, '[role=grid] [role=row][aria-rowindex="2"]');
}

/** Electron's own main thread, with its queue open, while twenty thousand tickets breach at once and a report is made. */
export async function windowStalls(): Promise<Figure[]> {
  const { directory, nowAt } = await benchStore(COUNT, { target: 12, created: 2 });
  const { app, page } = await openDesk(directory, nowAt);
  await signIn(page);
  await app.evaluate(beginWatch);
  const startedAt = performance.now();
  const reported = report(page, viewer.batchId);
  await app.evaluate(({ app: desk }, ms) => void desk.emit('watchkeeper-test-advance', ms), 12 * HOUR_MS);
  if (!(await reported)) throw new Error('the report was refused');
  const seconds = (performance.now() - startedAt) / 1000;
  const stalls = await app.evaluate(endWatch);
  await app.close();
  await rm(directory, { recursive: true, force: true });
  const name = "Electron's main thread while 20,000 tickets breach and a report is made, stalls";
  return stallFigures(name, stalls, { note: `over ${seconds.toFixed(1)} s` });
}
