import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setUpStore } from '../../../src/main/ipc/set-up-store.ts';
import { nodeRandom } from '../../../src/main/monitor/node-random.ts';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { randomId } from '../../../src/main/store/make-id.ts';
import { emptyFolder, storeParts } from '../../support/electron-free-desk.ts';
import { shortPolicy } from '../../support/electron-free-policy.ts';

const monitor = fileURLToPath(new URL('../../../src/main/monitor.ts', import.meta.url));
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const password = 'a long enough password';

type Running = {
  process: ChildProcess;
  /** Every line so far, of both outputs. */
  lines: string[];
  /** Resolves with the first line that has these words; rejects when the monitor ends without it. */
  says(words: RegExp): Promise<string>;
  exit: Promise<number | null>;
};

let folder: string;
let remove: () => void;
const running: ChildProcess[] = [];

beforeEach(() => ({ folder, remove } = emptyFolder()));
afterEach(() => {
  for (const each of running.splice(0)) each.kill('SIGKILL');
  remove();
});

function start(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [monitor, ...args], {
    env: { ...process.env, WATCHKEEPER_DATA: folder, WK_PASSWORD_FILE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (text) => {
      lines.push(text);
      for (const look of waiting) look();
    });
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const says = (words: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.find((text) => words.test(text));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void exit.then(() => reject(new Error(`ended without ${String(words)}:\n${lines.join('\n')}`)));
    });
  return { process: child, lines, says, exit };
}

/** A store whose tickets are due at once and in `laterSeconds`. */
async function storeWithDeadlines(directory: string, laterSeconds: number): Promise<void> {
  const clock = createManualClock(Date.now() - 1_000);
  const parts = { directory, ...storeParts, secrets: null, clock, random: nodeRandom, logger: quiet };
  const who = { userName: 'nomsa', displayName: 'Nomsa', language: 'en' as const, password };
  const made = await setUpStore(parts, { ...who, sample: 'none', allowPasswordOnly: true }, () => undefined);
  if (!made.ok) throw new Error(made.code);
  const { store, userId } = made.value;
  const newId = () => randomId(clock.now(), nodeRandom);
  const seed = () => Buffer.from(nodeRandom.bytes(32)).toString('hex');
  const policy = shortPolicy({ agentId: userId, nowAt: clock.now(), newId, seconds: laterSeconds });
  await store.execute(
    'save-config',
    { entities: policy.entities },
    { nowAt: clock.now(), seed: seed(), actorId: null },
  );
  const created = await store.execute(
    'ticket-command',
    {
      kind: 'create',
      input: {
        kind: 'complaint',
        subject: 'Soon due',
        description: '',
        category: '',
        severity: 'medium',
        priority: 'medium',
        contact: { name: '', phone: '', email: '', language: 'en' },
        place: { address: '', latitude: null, longitude: null },
        organizationId: policy.organizationId,
        teamId: policy.teamId,
        assigneeId: null,
        sensitive: false,
      },
    },
    { nowAt: clock.now(), seed: seed(), actorId: userId },
  );
  if (!created.ok) throw new Error(created.code);
  await store.close();
}

test('a bare start makes the sample centre, says where its password and credential are, and opens by them the next time', async () => {
  const first = start([]);
  const said = await first.says(/service credential/);
  await first.says(/ next /);
  const credential = /: (.+)$/.exec(said)?.[1] ?? '';
  const passwordFile = join(folder, 'administrator-password.txt');
  expect(first.lines.join('\n')).toContain(passwordFile);
  for (const file of [credential, passwordFile]) {
    expect(existsSync(file)).toBe(true);
    // Windows has no such bits: there the folder's own rights count.
    expect(process.platform === 'win32' ? 0o600 : statSync(file).mode & 0o777).toBe(0o600);
  }
  expect(first.lines.join('\n')).not.toContain(readFileSync(passwordFile, 'utf8').trim());
  first.process.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  expect(first.lines.at(-1)).toMatch(/ closed$/);

  const second = start([]);
  await second.says(/ open desk /);
  second.process.kill('SIGINT');
  expect(await second.exit).toBe(0);

  const byPassword = start(['--store', join(folder, 'store'), '--password-file', passwordFile]);
  await byPassword.says(/ open desk /);
  byPassword.process.kill('SIGTERM');
  expect(await byPassword.exit).toBe(0);
});

test('what comes due is worked off and told line by line, with the ticket’s number', async () => {
  const directory = join(folder, 'centre');
  const passwordFile = join(folder, 'pw');
  writeFileSync(passwordFile, `${password}\n`);
  await storeWithDeadlines(directory, 12);
  const desk = start(['--store', directory, '--user', 'nomsa', '--password-file', passwordFile]);
  // On a slow machine it fell due before the start, and is caught up with: the words are the same.
  const breach = await desk.says(/ breach WK-\S+ resolution$/);
  const number = /WK-\S+/.exec(breach)?.[0] ?? 'none';
  await desk.says(new RegExp(` escalation ${number} level 1 resolution_breach$`));
  await desk.says(/ next nothing is planned/);
  desk.process.kill('SIGTERM');
  expect(await desk.exit).toBe(0);
});

test('without password or terminal it ends with 2 and says why', async () => {
  const directory = join(folder, 'centre');
  await storeWithDeadlines(directory, 3600);
  const desk = start(['--store', directory]);
  expect(await desk.exit).toBe(2);
  expect(desk.lines.join('\n')).toMatch(/PASSWORD_NEEDED: .*--password-file/);
});

test('it says what is next; a second program on the same store ends with 3', async () => {
  const directory = join(folder, 'centre');
  const passwordFile = join(folder, 'pw');
  writeFileSync(passwordFile, password);
  await storeWithDeadlines(directory, 3600);
  const args = ['--store', directory, '--user', 'nomsa', '--password-file', passwordFile];
  const first = start(args);
  await first.says(/ next \d{4}-/);
  const second = start(args);
  expect(await second.exit).toBe(3);
  expect(second.lines.join('\n')).toContain('STORE_IN_USE');
});

test.each([[['--password', 'secret']], [['--bogus']], [['word']]])('refuses %j with 2', async (args) => {
  const desk = start(args);
  expect(await desk.exit).toBe(2);
  expect(existsSync(join(folder, 'store'))).toBe(false);
});
