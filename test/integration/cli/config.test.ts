import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliFolder, cliPassword, ended, exampleFile, wk, type CliRun } from '../../support/cli-run.ts';

type Policy = { name: string; resolution?: string; calendar?: string };
type Organization = {
  name: string;
  second_approver?: boolean;
  policies: Policy[];
  rules: object[];
  teams: { manager?: string }[];
};
type ConfigFile = { watchkeeper: 1; organizations: Organization[]; users: object[] };

const folder = cliFolder();
const hospital = 'Amber Bay Hospital';
const town = 'Khanyamanzi Municipality';

const inStore = (store: string, ...args: string[]): Promise<CliRun> =>
  wk([...args, '--store', store, '--password-file', 'pw'], { cwd: folder.path });
const config = (...args: string[]): Promise<CliRun> => inStore('centre', 'config', ...args);
/** By a service credential: no password is stretched for each look. */
const withKey = (...args: string[]): Promise<CliRun> =>
  wk(['config', ...args, '--store', 'centre', '--credential-file', 'monitor.key'], { cwd: folder.path });
const printed = async (...args: string[]): Promise<ConfigFile> =>
  JSON.parse(ended(await withKey('get', ...args)).stdout) as ConfigFile;
const write = (file: unknown): string => folder.file('changed.json', JSON.stringify(file));
const of = (file: ConfigFile, name: string): Organization => {
  const found = file.organizations.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

beforeAll(async () => {
  ended(await wk(['init', '--store', 'centre', '--password-file', 'pw', '--sample', 'small'], { cwd: folder.path }));
  ended(await wk(['init', '--store', 'empty', '--password-file', 'pw'], { cwd: folder.path }));
  ended(await inStore('centre', 'credential', '--name', 'monitor', 'monitor.key'));
  folder.file('agent.pw', `${cliPassword} too\n`);
});
afterAll(() => folder.remove());

describe('wk config get', () => {
  it('prints what set makes of it in an empty store, letter for letter', async () => {
    const { stdout } = ended(await config('get'));
    ended(await config('get', '--out', 'all.json'));
    expect(readFileSync(join(folder.path, 'all.json'), 'utf8')).toBe(stdout);
    const set = await inStore('empty', 'config', 'set', 'all.json');
    expect(set).toMatchObject({ code: 0, stderr: expect.stringContaining('have no password yet') as string });
    expect(set.stdout).toContain(`+ rule of level 2 (${hospital})`);
    expect(ended(await inStore('empty', 'config', 'get')).stdout).toBe(stdout);
    const again = ended(await inStore('empty', 'config', 'set', 'all.json'));
    expect(again.stderr).toContain('Nothing to change');
  });

  it('prints one organization with the people whom it names', async () => {
    const all = await printed();
    const one = await printed('--organization', hospital.toUpperCase());
    expect(one.organizations).toEqual([of(all, hospital)]);
    expect(one.users.length).toBeGreaterThan(5);
    expect(one.users.length).toBeLessThan(all.users.length);
    expect(await config('get', '--organization', 'Nowhere')).toMatchObject({ code: 1, stdout: '' });
  });

  it('holds nothing secret', async () => {
    const { stdout } = ended(await config('get'));
    expect(stdout).not.toMatch(/password|argon|secret|cleared|clearance|recovery/i);
  });
});

describe('wk config check', () => {
  it('finds nothing in the example, without a store', async () => {
    expect(await wk(['config', 'check', exampleFile('hospital.configuration.json')])).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  it('tells errors a line each, with their paths, and ends with 1', async () => {
    const file = await printed();
    const [policy] = of(file, town).policies;
    Object.assign(policy ?? {}, { resolution: '90000 h', calendar: undefined, color: 'red' });
    const unknown = await config('check', write(file));
    expect(unknown).toMatchObject({ code: 1, stderr: '' });
    expect(unknown.stdout.split('\n').slice(0, 2)).toEqual([
      'organizations.1.policies.0.color: error UNKNOWN_KEY: “color” means nothing here: remove it, or correct its spelling.',
      'organizations.1.policies.0.resolution: error HOURS_ABSURD: 90000 h is more than ten years (87600 h). Was another unit meant?',
    ]);
    Object.assign(policy ?? {}, { color: undefined });
    const { stdout, code } = await config('check', write(file), '--json');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { problems: object[] }).problems[0]).toMatchObject({
      severity: 'error',
      code: 'HOURS_ABSURD',
      path: 'organizations.1.policies.0.resolution',
    });
  });

  it('tells what is no JSON, and a file that is not there', async () => {
    expect(await wk(['config', 'check', folder.file('bad.json', '{')])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^error BAD_JSON: /) as string,
    });
    expect(await wk(['config', 'check', 'nowhere.json'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('nowhere.json: it does not exist') as string,
    });
  });
});

describe('wk config set', () => {
  it('tells in a dry run what it would change, and changes nothing', async () => {
    const before = await printed();
    const file = await printed();
    const own = of(file, hospital);
    own.rules.pop();
    own.teams[0] = { ...own.teams[0], manager: 'thandi' };
    file.users.push({ user: 'thandi', name: 'Thandi Mokoena' });
    const run = await config('set', write(file), '--dry-run');
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('A dry run') as string });
    const changes = run.stdout.split('\n').filter((line) => /^[+~-] /.test(line));
    expect(changes).toEqual([
      '+ user thandi',
      `~ team Control room (${hospital}): manager`,
      `- rule of level 3 (${hospital}): set aside`,
    ]);
    expect(run.stdout).toContain('warning TEAM_MANAGER_WITHOUT_ROLE');
    expect(await printed()).toEqual(before);
  });

  it('tells in a dry run with --reapply how many open tickets change and which deadlines move', async () => {
    const before = await printed();
    const file = await printed();
    for (const policy of of(file, town).policies) policy.resolution = '500 h';
    const run = ended(await config('set', write(file), '--dry-run', '--reapply'));
    const lines = run.stdout.split('\n');
    const head = lines.findIndex((line) => line.startsWith('--reapply'));
    expect(lines[head]).toMatch(
      /^--reapply: (at most )?\d+ open tickets change(, of .*\d+ no deadline moves)?; the first 10 whose deadlines move$/,
    );
    expect(lines.slice(head + 1).filter((line) => line !== '')).toHaveLength(10);
    expect(lines[head + 1]).toMatch(
      /^ {2}WK-\S+ {2}.+: resolution \d{4}-\d\d-\d\d \d\d:\d\dZ → \d{4}-\d\d-\d\d \d\d:\d\dZ/,
    );
    expect(run.stdout).toMatch(/^~ policy .+ \(Khanyamanzi Municipality\): targets$/m);
    expect(run.stdout).not.toMatch(/Seconds|Id\b/);
    const json = JSON.parse(ended(await config('set', write(file), '--dry-run', '--reapply', '--json')).stdout) as {
      preview: { touched: number; tickets: { deadlines: { resolution: { before: string; after: string } } }[] };
    };
    expect(json.preview.touched).toBeGreaterThan(10);
    expect(json.preview.tickets[0]?.deadlines.resolution.after).toMatch(/^\d{4}-.+Z$/);
    expect(await printed()).toEqual(before);
    // What stands there already moves nothing.
    const same = ended(await config('set', write(before), '--dry-run', '--reapply'));
    expect(same.stdout).toContain('--reapply: no open ticket changes');
  });

  it('changes nothing for one bad part', async () => {
    const before = await printed();
    const file = await printed();
    file.users.push({ user: 'ayesha', name: 'Ayesha' });
    of(file, town).policies.push({ name: 'Lost', calendar: 'Office' });
    const run = await config('set', write(file));
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('Refused') as string });
    expect(run.stdout).toMatch(
      /policies\.\d+\.calendar: error UNKNOWN_CALENDAR: The organization has no such calendar: Office\./,
    );
    expect(await printed()).toEqual(before);
  });

  it('publishes, and lets it count for open tickets where that is asked for', async () => {
    const file = await printed();
    for (const policy of of(file, town).policies) policy.resolution = '400 h';
    const run = ended(await config('set', write(file), '--reapply', '--json'));
    const told = JSON.parse(run.stdout) as { outcome: { outcome: string }; reapplied: number };
    expect(told.outcome.outcome).toBe('published');
    expect(told.reapplied).toBeGreaterThan(10);
    expect(ended(await inStore('centre', 'verify')).stdout).toContain('0 differences');
    expect(of(await printed(), town).policies.every(({ resolution }) => resolution === '400 h')).toBe(true);
    // Once more finds that every open ticket has it.
    expect(ended(await config('set', write(file), '--reapply')).stdout).toContain('0 open tickets have the new');
  });

  it('proposes where a second approver is wanted', async () => {
    const file = await printed();
    of(file, town).second_approver = true;
    expect(ended(await config('set', write(file))).stderr).toContain('Published.');
    for (const policy of of(file, town).policies) policy.resolution = '100 h';
    expect(ended(await config('set', write(file), '--note', 'shorter')).stderr).toContain('Proposed');
    expect(of(await printed(), town).policies.every(({ resolution }) => resolution === '400 h')).toBe(true);
  });

  it('is for who configures or proposes: a credential may print and not set, an agent neither', async () => {
    folder.file('same.json', ended(await withKey('get')).stdout);
    const refused = { code: 1, stdout: '', stderr: expect.stringContaining('ACCESS_DENIED') as string };
    expect(await withKey('set', 'same.json')).toMatchObject(refused);
    const agent = ['agent', '--display', 'An agent', '--org', hospital, '--role', 'agent'];
    ended(await inStore('centre', 'user', 'add', ...agent, '--new-password-file', 'agent.pw'));
    const asAgent = ['--store', 'centre', '--user', 'agent', '--password-file', 'agent.pw'];
    expect(await wk(['config', 'get', ...asAgent], { cwd: folder.path })).toMatchObject(refused);
    expect(await wk(['config', 'set', 'same.json', ...asAgent], { cwd: folder.path })).toMatchObject(refused);
  });
});
