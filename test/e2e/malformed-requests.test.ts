import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { routes, type RouteName } from '../../src/preload/contract/routes.ts';
import { desksFolder, setUp, startDesk, type Desk } from '../support/electron-desk.ts';

const calls = process.env['WATCHKEEPER_FULL'] === '1' ? 100_000 : 3_000;
const BATCH = 500;
const MOST_MEMORY = 200 * 1024 * 1024;

const routeNames = Object.keys(routes) as RouteName[];
const fieldNames = [
  'ticketId', 'organizationId', 'teamId', 'assigneeId', 'text', 'subject', 'patch', 'status', 'reason', 'words', 'view', 'limit',
  'after', 'sort', 'key', 'ids', 'number', 'userName', 'password', 'language', 'theme', 'eventId', 'untilAt', 'sensitive',
  'contact', 'place', 'kind', 'sample', 'messageId', 'act', 'channel', 'channels', 'address', 'mark', 'email', 'phone', 'ways', 'quietHours', '__proto__', 'constructor', 'toString', 'then',
]; // prettier-ignore

/** What no text from this process could carry cheaply: made in the page. */
const bomb = fc.record({
  bomb: fc.constantFrom('long', 'deep', 'wide'),
  size: fc.constantFrom(1_000, 10_000, 100_000),
});
const value = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.uuid() },
  {
    weight: 2,
    arbitrary: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 201, Number.MAX_SAFE_INTEGER, Number.NaN)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, true, 'all', 'due', 'small', 'en', 'resolved', "'; DROP TABLE event; --"),
  },
);
const input = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...fieldNames), value, { maxKeys: 6 }) },
  { weight: 3, arbitrary: value },
  { weight: 1, arbitrary: bomb },
);
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<string>(...routeNames) },
  { weight: 1, arbitrary: fc.string() },
);
const call = fc.tuple(name, input);
type Call = readonly [string, unknown];

/** An honest request among them would have an effect: it is left out. */
function isMalformed([route, given]: Call): boolean {
  if (!Object.hasOwn(routes, route)) return true;
  const text = JSON.stringify(given);
  return text === undefined || !routes[route as RouteName].input.safeParse(JSON.parse(text)).success;
}

/** On its way into the page such a key becomes the object's prototype and the request an honest, empty one. */
function namesPrototype([, given]: Call): boolean {
  return JSON.stringify(given)?.includes('"__proto__"') ?? false;
}

/** @returns every code that was answered */
async function askAll(desk: Desk, batch: readonly Call[]): Promise<Set<string>> {
  const codes = await desk.page.evaluate(async (asked) => {
    const { watchkeeper } = globalThis as unknown as {
      watchkeeper: { request(route: string, input: unknown): Promise<{ ok: boolean; code?: string }> };
    };
    const explode = (given: unknown): unknown => {
      const { bomb: kind, size } = (given ?? {}) as { bomb?: string; size?: number };
      if (kind === undefined || size === undefined) return given;
      if (kind === 'long') return { text: 'x'.repeat(size * 100), key: 'intake' };
      if (kind === 'wide') return { ids: Array.from({ length: size }, () => 0) };
      let deep: unknown = 0;
      for (let depth = 0; depth < Math.min(size, 900); depth += 1) deep = { patch: deep };
      return deep;
    };
    const ask = async ([route, given]: Call): Promise<string> => {
      try {
        const answer = await watchkeeper.request(route, explode(given));
        return answer.ok ? 'ok' : (answer.code ?? 'none');
      } catch (error) {
        // The bridge itself takes nothing that is nested a thousand deep: it never leaves the page.
        return String(error).includes('recursion depth') ? 'BAD_INPUT' : `rejected: ${String(error).slice(0, 80)}`;
      }
    };
    return Promise.all(asked.map(ask));
  }, batch);
  return new Set(codes);
}

/** Raw text, past the preload: what a page that has taken over its own process could send. */
async function askRaw(desk: Desk, batch: readonly (readonly [string, string])[]): Promise<string[]> {
  return desk.app.evaluate(async ({ BrowserWindow, ipcMain }, asked) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>;
    const sender = BrowserWindow.getAllWindows()[0]?.webContents;
    const event = { sender, senderFrame: sender?.mainFrame };
    const ask = async ([route, text]: readonly [string, string]) =>
      (await handlers.get('watchkeeper:request')?.(event, route, text)) as { ok: boolean; code?: string };
    return Promise.all(asked.map(async (one) => (await ask(one)).code ?? 'ok'));
  }, batch);
}

const standing = async (desk: Desk): Promise<unknown> => [
  await desk.ask('queue.counts', {}),
  await desk.ask('queue.page', { view: 'all', sort: 'newest', limit: 200 }),
  await desk.ask('directory.get', {}),
  await desk.ask('notifications.list', {}),
  await desk.ask('draft.get', { key: 'intake' }),
  { ...(await desk.ask('desk.info', {})), nowAt: 0 },
];

test(`${calls} malformed requests crash nothing, change nothing and fill no memory`, async () => {
  test.setTimeout(120_000 + calls * 10);
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  await setUp(desk);
  const memory = () => desk.app.evaluate(() => process.memoryUsage().rss);
  const seed = 20_260_302;
  const before = await standing(desk);
  const atFirst = await memory();
  let most = 0;
  let asked = 0;
  let onRoutes = 0;

  for (let batch = 0; asked < calls; batch += 1) {
    const malformed = fc.sample(call, { numRuns: BATCH, seed: seed + batch }).filter(isMalformed);
    const codes = await askAll(
      desk,
      malformed.filter((one) => !namesPrototype(one)),
    );
    expect(codes, `seed ${seed + batch}`).toEqual(new Set(['BAD_INPUT']));
    const raw = malformed.flatMap(([route, given]): [string, string][] => [[route, JSON.stringify(given) ?? '']]);
    expect(new Set(await askRaw(desk, raw)), `raw, seed ${seed + batch}`).toEqual(new Set(['BAD_INPUT']));
    asked += malformed.length;
    onRoutes += malformed.filter(([route]) => Object.hasOwn(routes, route)).length;
    most = Math.max(most, (await memory()) - atFirst);
  }

  const texts = fc.sample(fc.tuple(fc.constantFrom<string>(...routeNames), fc.string({ unit: 'binary' })), {
    numRuns: 1_000,
    seed,
  });
  const raw = texts.filter(([, text]) => text.trim() !== '{}');
  expect(new Set(await askRaw(desk, raw))).toEqual(new Set(['BAD_INPUT']));
  expect(await askRaw(desk, [['draft.save', JSON.stringify({ key: 'k', text: 'x'.repeat(20_000_000) })]])).toEqual([
    'BAD_INPUT',
  ]);

  expect(onRoutes / asked).toBeGreaterThanOrEqual(0.8);
  expect(most).toBeLessThan(MOST_MEMORY);
  expect(await standing(desk)).toEqual(before);
  await desk.close();
  remove();
});
