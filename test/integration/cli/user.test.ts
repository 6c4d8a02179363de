import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliFolder, ended, wk, type CliRun } from '../../support/cli-run.ts';

type Listed = {
  name: string;
  display_name: string;
  active: boolean;
  roles: { organization: string | null; role: string }[];
  cleared_for: string[];
  password: boolean;
};

const folder = cliFolder();
const town = 'Khanyamanzi Municipality';
let recoveryKey = '';
/** As the sample made them. */
let sampleUsers: Listed[] = [];

const inStore = (...args: string[]): Promise<CliRun> => wk([...args, '--store', 'centre'], { cwd: folder.path });
const asAdmin = (...args: string[]): Promise<CliRun> => inStore(...args, '--password-file', 'pw');
const as = (user: string, file: string, ...args: string[]): Promise<CliRun> =>
  inStore(...args, '--user', user, '--password-file', file);
const add = (name: string, file: string, ...args: string[]): Promise<CliRun> =>
  asAdmin('user', 'add', name, '--display', `The ${name}`, '--new-password-file', file, ...args);
const inTown = (...roles: string[]): string[] => ['--org', town, ...roles.flatMap((role) => ['--role', role])];
const listed = (run: CliRun): Listed[] => (JSON.parse(ended(run).stdout) as { users: Listed[] }).users;
const refusal = (code: number, word: string): object => ({
  code,
  stdout: '',
  stderr: expect.stringContaining(word) as string,
});

beforeAll(async () => {
  const made = ended(
    await wk(['init', '--store', 'centre', '--password-file', 'pw', '--sample', 'small', '--json'], {
      cwd: folder.path,
    }),
  );
  recoveryKey = (JSON.parse(made.stdout) as { recovery_key: string }).recovery_key;
  folder.file('recovery', `${recoveryKey.toLowerCase()}\n`);
  folder.file('thandi.pw', 'the agent’s first one\n');
  folder.file('next.pw', 'the agent’s second one\n');
  folder.file('short', '123456789\n');
  sampleUsers = listed(await asAdmin('user', 'list', '--json'));
});
afterAll(() => folder.remove());

describe('users on the command line', () => {
  it('are listed with roles and clearance; those whom the sample made have no password', () => {
    expect(sampleUsers.find(({ name }) => name === 'admin')).toMatchObject({
      display_name: 'Administrator',
      active: true,
      password: true,
      roles: expect.arrayContaining([
        { organization: null, role: 'administrator' },
        { organization: town, role: 'agent' },
      ]) as unknown,
    });
    const others = sampleUsers.filter(({ name }) => name !== 'admin');
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter(({ password }) => password)).toEqual([]);
    expect(others.some(({ cleared_for: clearedFor }) => clearedFor.includes(town))).toBe(true);
  });

  it('who were made by the sample sign in once an administrator gives them a password', async () => {
    const { name } = sampleUsers.find(({ roles: [held] }) => held?.role === 'agent') ?? { name: '' };
    expect(ended(await asAdmin('user', 'password', name, '--new-password-file', 'thandi.pw')).stdout).toBe(`${name}\n`);
    expect(await as(name, 'thandi.pw', 'status')).toMatchObject({ code: 0 });
  });

  it('are added with roles, a team and a password, and sign in to their own organization alone', async () => {
    const added = await add('thandi', 'thandi.pw', ...inTown('agent', 'supervisor'), '--team', 'control room');
    expect(added).toMatchObject({ code: 0, stdout: 'thandi\n' });
    const status = ended(await as('Thandi', 'thandi.pw', 'status', '--json'));
    const { tickets } = JSON.parse(status.stdout) as { tickets: number };
    expect(tickets).toBeGreaterThan(50);
    expect(tickets).toBeLessThan(150);
  });

  it('are not half made: whatever is refused leaves no user behind, as a further administrator sees', async () => {
    expect(await add('vusi', 'short', ...inTown('agent'))).toMatchObject(refusal(2, 'PASSWORD_TOO_SHORT'));
    expect(await add('vusi', 'thandi.pw', ...inTown('king'))).toMatchObject(refusal(2, 'king'));
    expect(await add('THANDI', 'next.pw', ...inTown('agent'))).toMatchObject(refusal(1, 'DUPLICATE_NAME'));
    ended(await add('lindiwe', 'thandi.pw', '--role', 'administrator'));
    const text = ended(await as('lindiwe', 'thandi.pw', 'user', 'list')).stdout;
    expect(text).toMatch(new RegExp(`thandi +The thandi +active +password +${town}: agent, supervisor\n`, 'u'));
    expect(text).toMatch(/lindiwe +The lindiwe +active +password +administrator\n/u);
    expect(text).not.toMatch(/vusi|THANDI/u);
  });

  it('set their own password; the one before opens no more', async () => {
    expect(await as('thandi', 'thandi.pw', 'user', 'password', 'thandi')).toMatchObject(
      refusal(2, '--new-password-file'),
    );
    ended(await as('thandi', 'thandi.pw', 'user', 'password', 'Thandi', '--new-password-file', 'next.pw'));
    expect(await as('thandi', 'thandi.pw', 'status')).toMatchObject(refusal(4, 'PASSWORD_WRONG'));
  });
});

describe('managing users', () => {
  const addVusi = ['user', 'add', 'vusi', '--display', 'Vusi', '--new-password-file', 'pw', ...inTown('agent')];

  it('is not an agent’s: no user added, nobody else’s password set, and not a word on who there is', async () => {
    expect(await as('thandi', 'next.pw', ...addVusi)).toMatchObject(refusal(1, 'ACCESS_DENIED'));
    const other = ['user', 'password', 'nobody', '--new-password-file', 'pw'];
    expect(await as('thandi', 'next.pw', ...other)).toMatchObject(refusal(1, 'ACCESS_DENIED'));
  });

  it('is not a service credential’s', async () => {
    ended(await asAdmin('credential', 'job.key', '--name', 'nightly job'));
    const byJob = (...args: string[]): Promise<CliRun> => inStore(...args, '--credential-file', 'job.key');
    expect(await byJob(...addVusi)).toMatchObject(refusal(1, 'ACCESS_DENIED'));
    expect(await byJob('user', 'password', 'admin', '--new-password-file', 'next.pw')).toMatchObject(
      refusal(1, 'ACCESS_DENIED'),
    );
  });
});

describe('the recovery key', () => {
  const recovered = (file: string, ...args: string[]): Promise<CliRun> => inStore(...args, '--recovery-key-file', file);

  it('replaces a lost administrator’s password, and the lost one no longer opens', async () => {
    ended(await recovered('recovery', 'user', 'password', 'admin', '--new-password-file', 'next.pw'));
    expect(await asAdmin('status')).toMatchObject(refusal(4, 'PASSWORD_WRONG: The password or user name is wrong.'));
    expect(await as('admin', 'next.pw', 'user', 'list')).toMatchObject({ code: 0 });
  });

  it('is refused like a password when it is wrong, and named', async () => {
    folder.file(
      'wrong',
      recoveryKey.replace(/^./u, (sign) => (sign === '0' ? '1' : '0')),
    );
    const run = await recovered('wrong', 'user', 'password', 'admin', '--new-password-file', 'pw');
    expect(run).toMatchObject(refusal(4, 'PASSWORD_WRONG: The recovery key is wrong.'));
  });

  it('shows that the store is whole, and is no way in to anybody’s tickets', async () => {
    expect(await recovered('recovery', 'verify')).toMatchObject({ code: 0 });
    expect(await recovered('recovery', 'ticket', 'list')).toMatchObject(refusal(2, '--recovery-key-file'));
  });

  it('gives a password without the keychain only when that is asked for', async () => {
    const path = join(folder.path, 'centre', 'store.json');
    const header = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...header, allowPasswordOnly: false }));
    const give = ['user', 'password', 'thandi', '--new-password-file', 'thandi.pw'];
    expect(await recovered('recovery', ...give)).toMatchObject(refusal(4, 'KEYCHAIN_UNAVAILABLE'));
    ended(await recovered('recovery', ...give, '--password-only'));
    expect(await as('thandi', 'thandi.pw', 'status')).toMatchObject({ code: 0 });
  });
});
