import { expect, test } from '@playwright/test';
import { desksFolder, setUp, startDesk, type Desk } from '../support/electron-desk.ts';

let desk: Desk;
let remove: () => void;

test.beforeAll(async () => {
  const folder = desksFolder();
  remove = folder.remove;
  desk = await startDesk({ data: folder.data });
  await setUp(desk);
});
test.afterAll(async () => {
  await desk.close();
  remove();
});

/**
 * Runs in the page as its own script would, in a turn of its own: what the debugger calls directly is let past the policy.
 * @returns `ran`, or the error's name
 */
function probe(body: () => unknown): Promise<string> {
  return desk.page.evaluate(
    (source) =>
      new Promise<string>((resolve) => {
        // The function is made here, where the debugger may; it runs in the next turn, where the page's own rules hold.
        const make = Reflect.get(globalThis, 'Function') as unknown as (text: string) => () => unknown;
        const run = make(`return (${source})()`);
        setTimeout(() => {
          Promise.resolve()
            .then(run)
            .then(
              () => resolve('ran'),
              (error: unknown) => resolve(error instanceof Error ? error.name : 'refused'),
            );
        });
      }),
    body.toString(),
  );
}

test('the page runs no text as code', async () => {
  expect(await probe(() => 1 + 1)).toBe('ran');
  expect(await probe(() => (Reflect.get(globalThis, 'eval') as (text: string) => unknown)('1'))).toBe('EvalError');
  expect(await probe(() => (Reflect.get(globalThis, 'Function') as (text: string) => unknown)('return 1'))).toBe(
    'EvalError',
  );
  expect(await probe(() => (document.createElement('div').innerHTML = '<b>x</b>'))).toBe('TypeError');
  const inline = await desk.page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'globalThis.inlineRan = true';
      document.head.append(script);
    } catch {
      // Trusted types refuse the text itself.
    }
    return 'inlineRan' in globalThis;
  });
  expect(inline).toBe(false);
});

test('the page reaches no network, not even this machine', async () => {
  expect(await probe(() => fetch('https://example.com/'))).toBe('TypeError');
  expect(await probe(() => fetch('http://127.0.0.1:1/'))).toBe('TypeError');
  expect(await probe(() => fetch('file:///etc/hostname'))).toBe('TypeError');
  const socket = await desk.page.evaluate(
    () =>
      new Promise((resolve) => {
        try {
          const opened = new WebSocket('wss://example.com/');
          opened.addEventListener('open', () => resolve('open'));
          opened.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      }),
  );
  expect(socket).toBe('refused');
});

test('the page has nothing of Node and nothing of Electron but the bridge', async () => {
  const seen = await desk.page.evaluate(() => {
    const all = globalThis as unknown as Record<string, unknown>;
    return {
      names: ['process', 'require', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
        (name) => name in all,
      ),
      bridge: Object.keys(all['watchkeeper'] as object).toSorted(),
      frozen: Object.isFrozen(all['watchkeeper']),
    };
  });
  expect(seen).toEqual({ names: [], bridge: ['on', 'request'], frozen: true });
});

test('the page opens no window, goes nowhere and embeds nothing', async () => {
  const { page, app } = desk;
  const before = page.url();
  expect(new URL(before).host).toBe('desk');
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(page.url()).toBe(before);
  const framed = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const frame = document.createElement('iframe');
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
          once: true,
        });
        frame.src = 'app://desk/index.html';
        document.body.append(frame);
      }),
  );
  expect(framed).toBe('frame-src');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no permission is given', async () => {
  expect(await desk.page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const refused = await desk.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
});

test('only files of the page are served, each with its policy and its type', async () => {
  const answers = await desk.app.evaluate(async ({ session }) => {
    const paths = [
      'index.html',
      '',
      'x',
      '../main/index.js',
      '%2e%2e/main/index.js',
      '..%2fmain%2findex.js',
      'assets/',
      'assets/..%5c..%5cmain%5cindex.js',
    ];
    const read = async (path: string) => {
      const answer = await session.defaultSession.fetch(`app://desk/${path}`, { bypassCustomProtocolHandlers: false });
      return [
        path,
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('content-security-policy')?.slice(0, 18),
      ] as const;
    };
    const foreign = await session.defaultSession.fetch('app://elsewhere/index.html').then(
      ({ status }) => status,
      () => 0,
    );
    return { pages: await Promise.all(paths.map(read)), foreign };
  });
  const [page, ...others] = answers.pages;
  expect(page).toEqual(['index.html', 200, 'text/html; charset=utf-8', "default-src 'none'"]);
  for (const [path, status, , policy] of others)
    expect([path, status, policy]).toEqual([path, 404, "default-src 'none'"]);
  expect(answers.foreign).not.toBe(200);
});

test('a message from another window or frame is refused, whatever it says', async () => {
  const answer = await desk.app.evaluate(async ({ app, BrowserWindow, ipcMain }) => {
    // The handler itself, called as Electron calls it for a frame that is not ours.
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>;
    const handle = handlers.get('watchkeeper:request');
    const own = BrowserWindow.getAllWindows()[0]?.webContents;
    const foreign = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await foreign.loadURL('data:text/html,<p>foreign');
    const ask = (event: object) => handle?.(event, 'directory.get', '{}');
    const answers = [
      await ask({ sender: foreign.webContents, senderFrame: foreign.webContents.mainFrame }),
      await ask({ sender: own, senderFrame: foreign.webContents.mainFrame }),
      await ask({ sender: own, senderFrame: null }),
      await ask({ sender: foreign.webContents, senderFrame: own?.mainFrame }),
    ];
    const control = (await ask({ sender: own, senderFrame: own?.mainFrame })) as { ok: boolean };
    foreign.destroy();
    return { answers, control: control.ok, name: app.getName() };
  });
  expect(answer.answers).toEqual(Array.from({ length: 4 }, () => ({ ok: false, code: 'ACCESS_DENIED' })));
  expect(answer.control).toBe(true);
});

test('the window is sandboxed and isolated, with nothing of Node in it', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});
