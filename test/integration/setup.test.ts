import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stepCounts } from '../../scripts/checks/counts.mjs';
import { chooseSteps, steps } from '../../scripts/checks/steps.mjs';
import { hasDisplay } from '../../scripts/lib/display.mjs';
import { isStale, withLock } from '../../scripts/lib/folder-lock.mjs';
import { hashTree } from '../../scripts/lib/hash.mjs';
import { cacheFolder, root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { runtimeEnv } from '../../scripts/lib/runtime.mjs';
import { forOlderNodeApi } from '../../scripts/setup/sqlite-for-registry-electron.mjs';
import { missingPackages, systemPackages } from '../../scripts/setup/system-packages.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchkeeper-setup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the cache lies outside the project', () => {
  test.each([
    ['linux', {}, '/home/u', '/home/u/.cache/watchkeeper'],
    ['linux', { XDG_CACHE_HOME: '/var/c' }, '/home/u', '/var/c/watchkeeper'],
    ['darwin', {}, '/Users/u', '/Users/u/Library/Caches/watchkeeper'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\U', 'C:\\L\\watchkeeper\\cache'],
    ['win32', {}, 'C:\\U', 'C:\\U\\AppData\\Local\\watchkeeper\\cache'],
    ['linux', { WATCHKEEPER_CACHE: '/elsewhere' }, '/home/u', '/elsewhere'],
  ] as const)('on %s with %o', (platform, env, home, expected) => {
    expect(cacheFolder(platform, env, home)).toBe(expected);
  });
});

describe('system packages', () => {
  test('nothing is missing when one name of each is installed', () => {
    const installed = new Set(systemPackages.window.map((names) => names.at(-1) ?? ''));
    expect(missingPackages(systemPackages.window, installed, new Set())).toEqual([]);
  });
  test('a renamed package is asked for by the name that the release knows', () => {
    const needed = [['libgtk-3-0', 'libgtk-3-0t64'], ['xvfb']];
    expect(missingPackages(needed, new Set(['xvfb']), new Set(['libgtk-3-0t64']))).toEqual(['libgtk-3-0t64']);
  });
  test('a package that no list knows is still told by its first name', () => {
    expect(missingPackages([['libnss3']], new Set(), new Set())).toEqual(['libnss3']);
  });
});

test('a screen is assumed on Windows and macOS, and looked for on Linux', () => {
  expect(hasDisplay('win32', {})).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':1' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
});

describe('the app is told of its runtime', () => {
  const base = { version: '1', dist: '/d', executable: '/d/electron' };
  test('the downloaded Electron needs neither another folder nor another library', () => {
    expect(runtimeEnv({ ...base, kind: 'official', sqliteBinding: null })).toEqual({
      ELECTRON_EXEC_PATH: '/d/electron',
    });
  });
  test('one made from the registry names both', () => {
    expect(runtimeEnv({ ...base, kind: 'registry', sqliteBinding: '/b.node' })).toEqual({
      ELECTRON_EXEC_PATH: '/d/electron',
      ELECTRON_OVERRIDE_DIST_PATH: '/d',
      WATCHKEEPER_SQLITE_BINDING: '/b.node',
    });
  });
});

test("the store's library still has the define that its build for older Electrons replaces", () => {
  const gyp = readFileSync(join(root, 'node_modules', 'better-sqlite3', 'binding.gyp'), 'utf8');
  expect(forOlderNodeApi(gyp)).toContain("'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
  expect(() => forOlderNodeApi('{}')).toThrow('NAPI_VERSION=10');
});

describe('two set-ups at once', () => {
  test('never work at the same time', async () => {
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} in`);
      await new Promise((done) => setTimeout(done, 20));
      log.push(`${name} out`);
    };
    const lock = join(folder, 'a', 'lock');
    await Promise.all([withLock(lock, work('a')), withLock(lock, work('b'))]);
    expect(log).toHaveLength(4);
    expect(log[0]?.[0]).toBe(log[1]?.[0]);
    expect(log[2]?.[0]).toBe(log[3]?.[0]);
  });
  test('the lock of one that died does not hold up the next', async () => {
    const lock = join(folder, 'lock');
    mkdirSync(lock);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    await expect(withLock(lock, () => Promise.resolve('done'))).resolves.toBe('done');
  });
  test('work that fails gives the lock back', async () => {
    const lock = join(folder, 'lock');
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(withLock(lock, () => Promise.resolve('done'))).resolves.toBe('done');
  });
  test.each([
    [{ pid: 7, ageMs: 1e9 }, true, false],
    [{ pid: 7, ageMs: 0 }, false, true],
    [{ pid: null, ageMs: 9_999 }, true, false],
    [{ pid: null, ageMs: 10_001 }, true, true],
  ])('%o with its owner running: %s, is stale: %s', (lock, isRunning, expected) => {
    expect(isStale(lock, () => isRunning)).toBe(expected);
  });
});

test('the hash of the sources changes with a content, a name and a new file, and with nothing else', async () => {
  const at = () => hashTree(folder, ['src', 'not-there', 'one.txt']);
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), '1');
  const first = await at();
  utimesSync(join(folder, 'src', 'deep', 'a.ts'), 0, 0);
  expect(await at()).toBe(first);
  writeFileSync(join(folder, 'one.txt'), '');
  const second = await at();
  expect(second).not.toBe(first);
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), '2');
  expect(await at()).not.toBe(second);
});

describe('a program that is run', () => {
  test('hands its exit code on', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(3)'])).toBe(3);
  });
  test.skipIf(process.platform === 'win32')('that a signal ended gives 128 and the signal', async () => {
    expect(await run(process.execPath, ['-e', "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 1e4)"])).toBe(
      143,
    );
  });
  test('that is not there gives 127', async () => {
    expect(await run(join(folder, 'nothing'), [])).toBe(127);
  });
});

describe('the count at the end of npm test', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((result) => ({ status: result })),
  });
  test('adds up what vitest ran, leaving out what was skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')] };
    expect(stepCounts('vitest', 1, report)).toEqual({ passed: 2, failed: 1 });
  });
  test('counts a file that did not load as a failure', () => {
    expect(stepCounts('vitest', 1, { testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
    });
  });
  test('counts a crash without a report as a failure', () => {
    expect(stepCounts('vitest', 139, null)).toEqual({ passed: 0, failed: 1 });
    expect(stepCounts('playwright', 1, { stats: { expected: 4 } })).toEqual({ passed: 4, failed: 1 });
  });
  test('adds up what Playwright ran', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
    expect(stepCounts('playwright', 1, report)).toEqual({ passed: 5, failed: 2 });
  });
  test('counts a check as one', () => {
    expect(stepCounts('check', 0, null)).toEqual({ passed: 1, failed: 0 });
    expect(stepCounts('check', 1, null)).toEqual({ passed: 0, failed: 1 });
  });
});

test('npm test runs everything unless parts are named, and knows what it does not have', () => {
  expect(chooseSteps([]).chosen).toEqual(steps);
  expect(chooseSteps(['e2e', 'unit']).chosen.map((step) => step.name)).toEqual(['unit', 'e2e']);
  expect(chooseSteps(['unitt'])).toEqual({ chosen: [], unknown: ['unitt'] });
});
