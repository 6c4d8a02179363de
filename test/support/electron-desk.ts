import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { electronLaunch } from '../../scripts/lib/runtime.mjs';
import type { Result } from '../../src/preload/contract/result.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../src/preload/contract/routes.ts';

/** A Monday morning; every desk of these tests starts there unless it is told another time. */
export const startAt = Date.parse('2026-03-02T08:00:00Z');
export const HOUR = 3_600_000;

export const person = { displayName: 'Nomsa Dlamini', userName: 'nomsa', password: 'a long enough password' };

/** What the desk showed outside its window. */
export type Desktop = { shown: { body: string; ticketId: string | null }[]; badge: number };

export type Desk = {
  app: ElectronApplication;
  page: Page;
  /** The desk's clock goes on by so much, and everything that is due by then is worked off. */
  advance(byMs: number): Promise<void>;
  /** Somebody sets the machine's clock. */
  setClock(byMs: number): Promise<void>;
  /** So long ago somebody last touched the machine. */
  idle(ms: number): Promise<void>;
  desktop(): Promise<Desktop>;
  /** As the system's own setting, which a desk follows that has no wish of its own. */
  systemTheme(theme: 'light' | 'dark'): Promise<void>;
  request<R extends RouteName>(route: R, input: RouteInput<R>): Promise<Result<RouteOutput<R>>>;
  /** As `request`, for what must succeed. */
  ask<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
  close(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
};

/** The bridge as a test sees it, which may also ask for what is not there. */
type PageGlobals = { watchkeeper: { request(route: string, input: unknown): Promise<never> } };

/**
 * `clockAt: null`: on the machine's own clock, as everybody else's desk runs. `standIns`: by host, what on this machine stands
 * in for it; on a desk with a test's clock alone.
 */
export type Start = {
  data: string;
  clockAt?: number | null;
  args?: readonly string[];
  standIns?: Readonly<Record<string, string>>;
};

/** @returns an empty folder for one desk's data, and what removes it */
export function desksFolder(): { data: string; remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), 'watchkeeper-e2e-'));
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
}

/** Starts the built app on a data folder, as somebody does who opens it again. */
export async function startDesk({ data, clockAt = startAt, args = [], standIns = {} }: Start): Promise<Desk> {
  const launch = electronLaunch([...args], {
    WATCHKEEPER_DATA: data,
    ...(clockAt === null ? {} : { WATCHKEEPER_TEST_CLOCK_AT: String(clockAt) }),
    WATCHKEEPER_TEST_STAND_INS: JSON.stringify(standIns),
    // One zone for every machine: what a picture shows must not depend on where it was taken.
    TZ: 'UTC',
  });
  // Playwright's own wish for light would hide what the system says.
  const app = await _electron.launch({ ...launch, colorScheme: null });
  const gone = new Promise((resolve) => void app.process().once('exit', resolve));
  const page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  const request: Desk['request'] = (route, input) =>
    page.evaluate(([name, given]) => (globalThis as unknown as PageGlobals).watchkeeper.request(name, given), [
      route,
      input,
    ] as [string, unknown]);
  return {
    app,
    page,
    advance: (byMs) => app.evaluate(({ app: desk }, ms) => void desk.emit('watchkeeper-test-advance', ms), byMs),
    setClock: (byMs) => app.evaluate(({ app: desk }, ms) => void desk.emit('watchkeeper-test-set-clock', ms), byMs),
    idle: (ms) => app.evaluate(({ app: desk }, given) => void desk.emit('watchkeeper-test-idle', given), ms),
    desktop: () =>
      app.evaluate(({ app: desk }) => new Promise<Desktop>((tell) => void desk.emit('watchkeeper-test-desktop', tell))),
    async systemTheme(theme) {
      await app.evaluate(({ nativeTheme }, wanted) => {
        nativeTheme.themeSource = wanted;
      }, theme);
      await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
    },
    request,
    async ask(route, input) {
      const answer = await request(route, input);
      if (!answer.ok) throw new Error(`${route}: ${answer.code} ${JSON.stringify(answer.params ?? {})}`);
      return answer.value;
    },
    async close() {
      await app.close();
      // Playwright is content when the window has gone; the store is free when the process has.
      await gone;
    },
    async kill() {
      app.process().kill('SIGKILL');
      await gone;
    },
  };
}

/** Makes the store of a fresh desk without going through the screens: for tests that begin after them. */
export async function setUp(desk: Desk, sample: 'none' | 'small' = 'small'): Promise<void> {
  await desk.ask('desk.setUp', { ...person, language: 'en', sample, allowPasswordOnly: true });
  await expect(desk.page.getByRole('navigation')).toBeVisible({ timeout: 30_000 });
}

export async function signIn(desk: Desk): Promise<void> {
  await desk.ask('session.signIn', { userName: person.userName, password: person.password });
  await expect(desk.page.getByRole('navigation')).toBeVisible({ timeout: 30_000 });
}
