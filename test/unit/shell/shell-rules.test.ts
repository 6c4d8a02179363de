import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { contentSecurityPolicy } from '../../../src/main/shell/content-security-policy.ts';
import { ticketNumberIn, ticketNumberOf } from '../../../src/main/shell/deep-link.ts';
import { createNoticeBatch } from '../../../src/main/shell/notice-batch.ts';
import { listPageFiles } from '../../../src/main/shell/page-files.ts';
import { refusedSwitch } from '../../../src/main/shell/refused-switches.ts';
import { createShellTexts } from '../../../src/main/shell/shell-texts.ts';
import { storeArgument } from '../../../src/main/shell/start-arguments.ts';
import { shellAr } from '../../../src/main/shell/texts/ar.ts';
import { shellEn } from '../../../src/main/shell/texts/en.ts';
import { userDataFor } from '../../../src/main/shell/user-data.ts';
import { placeWindow } from '../../../src/main/shell/window-place.ts';

describe('the content security policy', () => {
  const emptyText = `sha256-${createHash('sha256').digest('base64')}`;
  test('is the one of the security page, and an empty style element its only widening', () => {
    expect(contentSecurityPolicy).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' '${emptyText}'; ` +
        "img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; frame-src 'none'; child-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });
  test('has no unsafe word', () => expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/));
});

describe('a release does not start with', () => {
  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--allow-natives-syntax',
    '--proxy-server=http://127.0.0.1:1',
    '-proxy-pac-url=x',
    '/remote-debugging-port=1',
    '--Proxy-Server=x',
    '--host-rules=MAP * 127.0.0.1',
    '--disable-web-security',
  ])('%s', (argument) => expect(refusedSwitch(['--store', '/x', argument])).not.toBeNull());
  test('but does with its own words', () =>
    expect(refusedSwitch(['--store', '/var/store', 'watchkeeper://ticket/MUN-1', '--lang=ar'])).toBeNull());
});

describe('a ticket link', () => {
  test('names its ticket', () => {
    expect(ticketNumberOf('watchkeeper://ticket/MUN-K7-000123')).toBe('MUN-K7-000123');
    expect(ticketNumberIn(['/usr/bin/watchkeeper', '--flag', 'watchkeeper://ticket/A1/'])).toBe('A1');
  });
  test.each([
    'watchkeeper://ticket/',
    'watchkeeper://ticket/../x',
    'watchkeeper://ticket/A B',
    'watchkeeper://other/A1',
    'https://ticket/A1',
    `watchkeeper://ticket/${'1'.repeat(41)}`,
    'watchkeeper://ticket/A1?x=1',
    'xwatchkeeper://ticket/A1',
  ])('of another form names none: %s', (link) => expect(ticketNumberOf(link)).toBeNull());
});

describe('the window opens', () => {
  const first = { x: 0, y: 0, width: 1920, height: 1040 };
  const second = { x: 1920, y: 0, width: 1280, height: 984 };
  test('in the middle of the first screen the first time', () =>
    expect(placeWindow(null, [first])).toEqual({ x: 320, y: 120, width: 1280, height: 800 }));
  test('where it was, on whichever screen', () => {
    const saved = { x: 2000, y: 50, width: 1000, height: 700 };
    expect(placeWindow(saved, [first, second])).toEqual(saved);
  });
  test('in the middle of the first screen when its own was unplugged, at its size', () =>
    expect(placeWindow({ x: 2000, y: 50, width: 1000, height: 700 }, [first])).toEqual({
      x: 460,
      y: 170,
      width: 1000,
      height: 700,
    }));
  test('wholly on the screen, cut to its size', () =>
    expect(placeWindow({ x: 1700, y: 900, width: 5000, height: 3000 }, [first])).toEqual(first));
});

describe('native notifications', () => {
  function batch() {
    const clock = createManualClock(0);
    const shown: [string | null, number][] = [];
    const notify = createNoticeBatch(clock, ({ text, many }) => shown.push([text, many]));
    return { clock, shown, notify: (text: string) => notify({ text, ticketId: 't' }) };
  }
  test('come one by one while there are three a minute', () => {
    const { clock, shown, notify } = batch();
    for (const text of ['a', 'b', 'c']) notify(text);
    clock.advance(60_000);
    for (const text of ['d', 'e', 'f']) notify(text);
    expect(shown.map(([, many]) => many)).toEqual([1, 1, 1, 1, 1, 1]);
  });
  test('above that come as one number, at the end of the minute', () => {
    const { clock, shown, notify } = batch();
    for (let each = 0; each < 40; each += 1) notify(String(each));
    expect(shown).toHaveLength(3);
    clock.advance(60_000);
    expect(shown.slice(3)).toEqual([[null, 37]]);
  });
  test('that waited for it say nothing of what they are: the desk may be locked by then, or the ticket sensitive', () => {
    const { clock, shown, notify } = batch();
    for (const text of ['a', 'b', 'c', 'WK-1 was assigned to you']) notify(text);
    clock.advance(60_000);
    expect(shown.at(-1)).toEqual([null, 1]);
  });
  test('are never more than four in any minute of a storm', () => {
    const { clock, shown, notify } = batch();
    for (let second = 0; second < 600; second += 1) {
      notify(String(second));
      clock.advance(1_000);
    }
    expect(shown.length).toBeLessThanOrEqual(40);
    expect(shown.reduce((sum, [, many]) => sum + many, 0)).toBeGreaterThanOrEqual(540);
  });
});

test('the built page is served from a list: nothing beside it, no unknown kind of file, no link out of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<head>');
  writeFileSync(join(folder, 'assets', 'a.js'), '1');
  writeFileSync(join(folder, 'assets', 'a.js.map'), '1');
  writeFileSync(join(folder, '.env'), 'secret');
  symlinkSync('/etc/hostname', join(folder, 'name.json'));
  const files = listPageFiles(folder);
  rmSync(folder, { recursive: true });
  expect([...files.keys()].toSorted()).toEqual(['/assets/a.js', '/index.html']);
  expect(files.get('/assets/a.js')?.contentType).toBe('text/javascript; charset=utf-8');
});

describe('on the command line', () => {
  test('--store names a folder, relative to where it was typed', () => {
    expect(storeArgument(['/app', '--store', 'centre'], '/home/op')).toBe(resolve('/home/op', 'centre'));
    expect(storeArgument(['--store=/srv/centre'], '/home/op')).toBe(resolve('/srv/centre'));
    expect(storeArgument(['--store'], '/home/op')).toBeNull();
    expect(storeArgument([], '/home/op')).toBeNull();
  });
  test('each named store has its own window data, never inside the store', () => {
    expect(userDataFor('/data', null)).toBe('/data');
    const one = userDataFor('/data', '/srv/one');
    expect(one).not.toBe(userDataFor('/data', '/srv/two'));
    expect(one.startsWith(join('/data', 'desks'))).toBe(true);
  });
});

describe('the texts outside the window', () => {
  const base = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
  test('exist in both languages', () =>
    expect(new Set(Object.keys(shellAr).map(base))).toEqual(new Set(Object.keys(shellEn).map(base))));
  test('follow the language of now, with every plural form of Arabic', () => {
    let language: 'en' | 'ar' = 'en';
    const text = createShellTexts(() => language);
    expect(text('trayTip', { count: 1 })).toBe('Watchkeeper: 1 ticket breached or escalated');
    language = 'ar';
    const forms = [0, 1, 2, 3, 11, 100].map((count) => text('trayTip', { count }));
    expect(new Set(forms.map((form) => form.replace(/\d+/, '')))).toHaveProperty('size', 5);
    expect(text('noticeEscalation', { number: 'A1', level: 2 })).toContain('A1');
  });
});
