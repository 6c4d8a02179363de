import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliFolder, ended, startWk, untilSaid, wk, type CliRun } from '../../support/cli-run.ts';

const folder = cliFolder();
const at = (...args: string[]): Promise<CliRun> =>
  wk([...args, '--store', 'centre', '--password-file', 'pw'], { cwd: folder.path });
const json = (run: CliRun): Record<string, unknown> => JSON.parse(run.stdout) as Record<string, unknown>;
const town = 'Khanyamanzi Municipality';

beforeAll(async () => {
  ended(await wk(['init', '--store', 'centre', '--password-file', 'pw', '--sample', 'small'], { cwd: folder.path }));
});
afterAll(() => folder.remove());

describe('a store on the command line', () => {
  it('is not written over', async () => {
    const again = await at('init');
    expect(again).toMatchObject({ code: 4, stdout: '' });
    expect(again.stderr).toContain('STORE_EXISTS');
  });

  it('shows its administrator the sample, overdue and escalated tickets among it', async () => {
    const status = json(await at('status', '--json'));
    expect(status['tickets']).toBeGreaterThan(150);
    expect(status['escalated_by_level']).toMatchObject({ 1: expect.any(Number) as number });
    const text = await at('status');
    expect(text.stdout).toContain('Compliance, resolution');
    const mine = json(await at('ticket', 'list', '--view', 'escalated', '--limit', '3', '--json'));
    expect(mine['tickets']).toHaveLength(3);
  });

  it('takes a ticket in, shows it with its clock and lists it', async () => {
    const fields = [
      '--subject',
      'Burst pipe',
      '--category',
      'Water leak',
      '--team',
      'control room',
      '--lat',
      '-31.4',
      '--lon',
      '31.2',
    ];
    const created = json(
      await at('ticket', 'create', '--org', town.toLowerCase(), ...fields, '--phone', '+999 1', '--json'),
    );
    const number = String(created['number']);
    const shown = json(await at('ticket', 'show', number, '--json'));
    expect(shown).toMatchObject({
      number,
      organization: town,
      team: 'Control room',
      status: 'open',
      policy: 'Water leak',
      clocks: { resolution: { kind: 'running' } },
      place: { latitude: -31.4, longitude: 31.2 },
    });
    expect(shown['timeline']).toMatchObject([
      { kind: 'ticket_created', actor: 'Administrator' },
      { kind: 'policy_matched' },
    ]);
    const text = await at('ticket', 'show', number);
    expect(text.stdout).toContain('Burst pipe');
    const list = await at('ticket', 'list', '--org', town, '--limit', '1000');
    expect(list.stdout).toContain(number);
  });

  it('names the flag that is wrong', async () => {
    const wrong = await at('ticket', 'create', '--org', town, '--subject', 'x', '--lat', 'south');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('--lat');
  });

  it.each([
    ['ticket', 'show', 'nothing'],
    ['ticket', 'list', '--org', 'nowhere'],
    ['status', '--org', 'nowhere'],
    ['ticket', 'create', '--org', 'nowhere', '--subject', 'x'],
  ])('ends with 1 for what is not there: %s %s %s', async (...args) => {
    const run = await at(...args);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('NOT_FOUND');
  });

  it('agrees with its log', async () => {
    expect(json(await at('verify', '--json'))).toMatchObject({ differences: 0 });
  });

  it('is one program’s at a time, and free when that one ends', async () => {
    const monitor = startWk(['monitor', '--store', 'centre', '--password-file', 'pw'], { cwd: folder.path });
    const gone = new Promise((settle) => monitor.once('close', settle));
    await untilSaid(monitor.stdout, ' open ');
    monitor.stdout.resume();
    const second = await at('status');
    expect(second).toMatchObject({ code: 3, stdout: '' });
    expect(second.stderr).toContain('STORE_IN_USE');
    monitor.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(await at('status')).toMatchObject({ code: 0 });
  });
});

describe('what unlocks a store', () => {
  it('is a password file, whose one line end is no part of it', async () => {
    folder.file('crlf', 'a long enough password\r\n');
    folder.file('two', 'a long enough password\n\n');
    expect(await wk(['status', '--store', 'centre', '--password-file', 'crlf'], { cwd: folder.path })).toMatchObject({
      code: 0,
    });
    const two = await wk(['status', '--store', 'centre', '--password-file', 'two'], { cwd: folder.path });
    expect(two).toMatchObject({ code: 4 });
    expect(two.stderr).toContain('PASSWORD_WRONG');
  });

  it('may be named by WK_PASSWORD_FILE', async () => {
    const run = await wk(['status', '--store', 'centre'], { cwd: folder.path, env: { WK_PASSWORD_FILE: 'pw' } });
    expect(run).toMatchObject({ code: 0 });
  });

  it('is asked for at a terminal alone: without one the program says so and ends with 2', async () => {
    const run = await wk(['status', '--store', 'centre'], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('PASSWORD_NEEDED');
  });

  it('must be there', async () => {
    const run = await wk(['status', '--store', 'centre', '--password-file', 'missing'], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('missing');
  });

  const by = (...args: string[]): Promise<CliRun> =>
    wk([...args, '--store', 'centre', '--credential-file', 'job.key'], { cwd: folder.path });

  it('may be a service credential, which sees figures and no ticket, and makes no other', async () => {
    expect(await at('credential', 'job.key', '--name', 'nightly job')).toMatchObject({ code: 0 });
    expect(json(await by('status', '--json'))['tickets']).toBeGreaterThan(150);
    expect(json(await by('ticket', 'list', '--json'))['tickets']).toEqual([]);
    expect(await by('credential', 'second.key', '--name', 'another')).toMatchObject({ code: 1 });
    expect(existsSync(join(folder.path, 'second.key'))).toBe(false);
    expect(await at('credential', 'job.key', '--name', 'again')).toMatchObject({ code: 2 });
  });

  it.skipIf(process.platform === 'win32')('keeps a service credential for its owner’s eyes', async () => {
    const path = join(folder.path, 'job.key');
    expect(statSync(path).mode & 0o077).toBe(0);
    chmodSync(path, 0o644);
    expect(await by('status')).toMatchObject({ code: 1 });
  });
});

describe('what is no store', () => {
  it('is told apart: nothing there, something else there, a damaged header', async () => {
    const missing = await wk(['status', '--store', 'nowhere', '--password-file', 'pw'], { cwd: folder.path });
    expect(missing).toMatchObject({ code: 4 });
    expect(missing.stderr).toContain('STORE_MISSING');

    mkdirSync(join(folder.path, 'foreign'));
    writeFileSync(join(folder.path, 'foreign', 'store.json'), '{"some":"thing"}');
    const foreign = await wk(['status', '--store', 'foreign', '--password-file', 'pw'], { cwd: folder.path });
    expect(foreign).toMatchObject({ code: 4 });
    expect(foreign.stderr).toContain('NOT_A_STORE');
    expect(readFileSync(join(folder.path, 'foreign', 'store.json'), 'utf8')).toBe('{"some":"thing"}');
  });

  it('is not made with a short password', async () => {
    folder.file('short', 'short\n');
    const run = await wk(['init', '--store', 'new', '--password-file', 'short'], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('PASSWORD_TOO_SHORT');
    expect(existsSync(join(folder.path, 'new'))).toBe(false);
  });
});
