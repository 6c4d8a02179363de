import type { App } from 'electron';
import type { Clock } from '../ports/clock.ts';
import type { Notifier } from '../ports/notifier.ts';

export type TestControls<C> = {
  clock: C;
  notifier: (real: Notifier) => Notifier;
  idleMs: () => number;
  /** By host, the origin on this machine that stands in for it. */
  standIns: Readonly<Record<string, string>>;
};

/**
 * A desk whose time a test moves: only from sources and only when the environment says so. A packaged program ignores it,
 * or anybody who can set a variable could stop its clocks.
 * @param makeClock  a clock that stands at the given instant until it is moved
 * @returns null in every other start
 */
export function testControls<C extends Clock & { advance(byMs: number): void; setBy(byMs: number): void }>(
  app: App,
  env: Readonly<Record<string, string | undefined>>,
  makeClock: (startAt: number) => C,
): TestControls<C> | null {
  const startAt = Number(env['WATCHKEEPER_TEST_CLOCK_AT'] ?? Number.NaN);
  if (app.isPackaged || !Number.isSafeInteger(startAt)) return null;
  // An emitter of any name: the typed events of `app` are Electron's own.
  const events: NodeJS.EventEmitter = app;
  const clock = makeClock(startAt);
  const shown: { body: string; ticketId: string | null }[] = [];
  let badge = 0;
  let idleMs = 0;
  events.on('watchkeeper-test-advance', (byMs: number) => clock.advance(byMs));
  events.on('watchkeeper-test-set-clock', (byMs: number) => clock.setBy(byMs));
  events.on('watchkeeper-test-idle', (ms: number) => {
    idleMs = ms;
  });
  events.on('watchkeeper-test-desktop', (tell: (desktop: unknown) => void) => tell({ shown: [...shown], badge }));
  return {
    clock,
    idleMs: () => idleMs,
    standIns: JSON.parse(env['WATCHKEEPER_TEST_STAND_INS'] ?? '{}') as Record<string, string>,
    notifier: (real) => ({
      show({ body, ticketId }) {
        shown.push({ body, ticketId });
      },
      badge(count) {
        badge = count;
        real.badge(count);
      },
    }),
  };
}
