import { describe, expect, test } from 'vitest';
import { createRequestHandler, type OpenAnswers, type SessionAnswers } from '../../../src/main/ipc/handle-request.ts';
import { MAX_REQUEST_CHARACTERS } from '../../../src/main/ipc/limits.ts';
import { isOwnSender } from '../../../src/main/ipc/sender-check.ts';
import type { LogFields } from '../../../src/main/ports/logger.ts';
import { openRoutes } from '../../../src/preload/contract/open-routes.ts';
import { sessionRoutes } from '../../../src/preload/contract/routes.ts';

type Call = { route: string; input: unknown; userId: string | null };

function desk(userId: string | null, answer: () => unknown = () => ({ ok: true, value: {} })) {
  const calls: Call[] = [];
  const loads = { count: 0 };
  const logged: LogFields[] = [];
  const log = (_event: string, fields: LogFields = {}) => void logged.push(fields);
  const answersTo = (routes: object): unknown =>
    Object.fromEntries(
      Object.keys(routes).map((route) => [
        route,
        async (input: unknown, asker: string | null) => {
          calls.push({ route, input, userId: asker });
          return answer();
        },
      ]),
    );
  const handle = createRequestHandler({
    open: answersTo(openRoutes) as OpenAnswers,
    session: async () => {
      loads.count += 1;
      return { routes: sessionRoutes, answers: answersTo(sessionRoutes) as SessionAnswers };
    },
    signedInUserId: () => userId,
    random: { bytes: (length) => new Uint8Array(length).fill(7) },
    logger: { info: log, warn: log, error: log },
  });
  return { handle, calls, loads, logged };
}

describe('a request', () => {
  test('for a route that is not there is bad input, also for names that every object has', async () => {
    const { handle, calls } = desk('u');
    for (const name of ['nothing', '__proto__', 'constructor', 'toString', '', 7, null, undefined, {}, []])
      expect(await handle(name, '{}')).toEqual({ ok: false, code: 'BAD_INPUT' });
    expect(calls).toEqual([]);
  });

  test('that needs a session is refused while nobody is signed in, before anything is read of it', async () => {
    const { handle, calls } = desk(null);
    expect(await handle('queue.page', 'x'.repeat(MAX_REQUEST_CHARACTERS + 1))).toEqual({
      ok: false,
      code: 'SESSION_LOCKED',
    });
    expect(calls).toEqual([]);
  });

  test('before sign-in is answered for nobody', async () => {
    const { handle, calls } = desk('u');
    await handle('desk.info', '{}');
    expect(calls).toEqual([{ route: 'desk.info', input: {}, userId: null }]);
  });

  test('loads what needs a session only for somebody who has one', async () => {
    const signedOut = desk(null);
    await signedOut.handle('desk.info', '{}');
    expect(await signedOut.handle('directory.get', '{}')).toEqual({ ok: false, code: 'SESSION_LOCKED' });
    expect(await signedOut.handle('nothing', '{}')).toEqual({ ok: false, code: 'SESSION_LOCKED' });
    expect(signedOut.loads.count).toBe(0);
    const signedIn = desk('u');
    await signedIn.handle('directory.get', '{}');
    expect(signedIn.loads.count).toBe(1);
  });

  test('longer than the longest honest one is refused unread', async () => {
    const { handle } = desk('u');
    const long = JSON.stringify({ key: 'intake', text: 'x'.repeat(MAX_REQUEST_CHARACTERS) });
    expect(await handle('draft.save', long)).toEqual({ ok: false, code: 'BAD_INPUT' });
  });

  test('with the longest draft there may be, every character written as an escape, goes through', async () => {
    const { handle, calls } = desk('u');
    const text = '\u0001'.repeat(30_000);
    expect(await handle('draft.save', JSON.stringify({ key: 'intake', text }))).toMatchObject({ ok: true });
    expect(calls[0]?.input).toEqual({ key: 'intake', text });
  });

  test.each(['', 'no json', 'undefined', '[]', 'null', '7', '"{}"', '{"a":1}', '{"__proto__":{"x":1}}', '{'])(
    'of the wrong form is refused: %s',
    async (text) => {
      const { handle, calls } = desk('u');
      expect(await handle('directory.get', text)).toMatchObject({ ok: false, code: 'BAD_INPUT' });
      expect(calls).toEqual([]);
    },
  );

  test('that is no text is refused, whatever else it is', async () => {
    const { handle } = desk('u');
    for (const input of [undefined, null, 1, {}, [], new Uint8Array(8), new Map()])
      expect(await handle('directory.get', input)).toEqual({ ok: false, code: 'BAD_INPUT' });
  });

  test('names the field that was wrong and not what was written in it', async () => {
    const { handle } = desk('u');
    const answer = await handle('session.signIn', JSON.stringify({ userName: 'Thandi', password: 7 }));
    expect(answer).toEqual({ ok: false, code: 'BAD_INPUT', params: { field: 'password' } });
  });

  test('that meets a bug is answered with an id to copy, and the log has the same id once and no input', async () => {
    const { handle, logged } = desk('u', () => {
      throw new TypeError('undefined is no ticket');
    });
    const answer = await handle('ticket.find', JSON.stringify({ number: 'Thandi Nkosi' }));
    expect(answer).toEqual({ ok: false, code: 'INTERNAL', params: { errorId: '070707070707' } });
    expect(logged).toEqual([
      { route: 'ticket.find', errorId: '070707070707', error: 'TypeError: undefined is no ticket' },
    ]);
  });
});

describe('a message is taken from', () => {
  const own = { mainFrame: true, ownWindow: true, url: 'app://desk/index.html' };
  test('the desk’s own page', () => expect(isOwnSender(own, 'app://desk')).toBe(true));
  test.each([
    ['a frame inside it', { ...own, mainFrame: false }],
    ['another window', { ...own, ownWindow: false }],
    ['a frame that is gone', { ...own, url: null }],
    ['a web page', { ...own, url: 'https://desk/index.html' }],
    ['a host that begins the same', { ...own, url: 'app://desk.example/index.html' }],
    ['an empty page', { ...own, url: 'about:blank' }],
  ])('nowhere else: not %s', (_name, sender) => expect(isOwnSender(sender, 'app://desk')).toBe(false));
});
