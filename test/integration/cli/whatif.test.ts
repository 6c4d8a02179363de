import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliFolder, ended, wk } from '../../support/cli-run.ts';

type Side = { policy: string; level: number; targets: Record<string, { standing: string; due_at: string | null }> };
type Column = { breaches: Record<string, number>; compliance: Record<string, Record<string, number>> };
type Told = {
  tickets: number;
  sensitive: number;
  changed_count: number;
  changed: { number: string; organization: string; recorded: Side; live: Side; draft: Side }[];
  recorded: Column;
  live: Column;
  draft: Column;
  people: { user: string; draft: { total: number; mean_per_day: number } }[];
};

const folder = cliFolder();
const store = ['--store', 'centre', '--password-file', 'pw'];
const run = (...args: string[]) => wk(['whatif', ...store, ...args], { cwd: folder.path });
const json = async (...args: string[]): Promise<Told> => JSON.parse(ended(await run(...args, '--json')).stdout) as Told;

beforeAll(async () => {
  ended(await wk(['init', ...store, '--sample', 'small', '--seed', 'whatif'], { cwd: folder.path }));
  const { stdout } = ended(await wk(['config', 'get', ...store], { cwd: folder.path }));
  folder.file('same.json', stdout);
  folder.file('shorter.json', stdout.replaceAll('"168 h"', '"60 h"').replaceAll('"72 h"', '"20 h"'));
  folder.file('wrong.json', stdout.replaceAll('"168 h"', '"many hours"'));
});
afterAll(() => folder.remove());

describe('wk whatif', () => {
  it('shows what was, the rules in force and the draft side by side, with signs, and a few of the tickets', async () => {
    const { code, stdout } = await run('--draft', 'shorter.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Replayed: \d+ tickets, from the first ticket to /u);
    expect(stdout).toMatch(/recorded +live +draft +draft against live/u);
    expect(stdout).toMatch(/Breaches, resolution +\d+ +\d+ +\d+ +\+\d+/u);
    expect(stdout).toMatch(/Changed by the draft: \d+ tickets\n {2}resolution: \d+ late by the draft alone/u);
    expect(stdout).toMatch(/\S+: .*resolution .* to /u);
    expect(stdout).toContain('Sensitive, left out:');
  });

  it('tells every ticket that changes as JSON, and its own past as wk status does', async () => {
    const told = await json('--draft', 'shorter.json');
    const status = JSON.parse(ended(await wk(['status', ...store, '--json'], { cwd: folder.path })).stdout) as Told & {
      compliance: Record<string, { met: number; missed: number }>;
    };
    expect(told.tickets).toBe(status.tickets);
    expect(told.changed).toHaveLength(told.changed_count);
    expect(told.changed_count).toBeGreaterThan(20);
    expect(told.recorded.compliance['resolution']).toMatchObject(status.compliance['resolution'] ?? {});
    expect(told.draft.breaches['resolution']).toBeGreaterThan(told.live.breaches['resolution'] ?? Infinity);
    const [first] = told.changed;
    expect(first?.live.targets['resolution']?.due_at).not.toBe(first?.draft.targets['resolution']?.due_at);
    expect(told.people[0]?.user).toMatch(/\S/u);
  });

  it('changes nothing where the draft is what is there, and says so', async () => {
    const { code, stdout, stderr } = await run('--draft', 'same.json', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Told).changed).toEqual([]);
    expect(stderr).toContain('The draft changes nothing');
  });

  it('writes every changed ticket to a CSV file that a spreadsheet opens', async () => {
    const told = await json('--draft', 'shorter.json', '--csv', 'changed.csv');
    const file = join(folder.path, 'changed.csv');
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\u{FEFF}number,organization,policy_recorded,level_recorded,response_recorded')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(told.changed_count + 1);
    // Windows has no such modes.
    expect(process.platform === 'win32' ? 0o600 : statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps to an organization, a period and a share of the tickets', async () => {
    const all = await json('--draft', 'shorter.json');
    const one = await json('--draft', 'shorter.json', '--organization', 'khanyamanzi municipality');
    expect(one.tickets).toBeLessThan(all.tickets);
    expect(new Set(one.changed.map(({ organization }) => organization))).toEqual(new Set(['Khanyamanzi Municipality']));
    expect((await json('--draft', 'shorter.json', '--until', '2001-01-31')).tickets).toBe(0);
    expect((await json('--draft', 'shorter.json', '--one-in', '4')).tickets).toBe(Math.ceil(all.tickets / 4));
  });

  it('refuses what it cannot use, each with its exit code', async () => {
    const wrong = await run('--draft', 'wrong.json');
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/organizations\.\d+\.policies\.\d+\.resolution: error /u);
    expect((await run('--draft', 'absent.json')).code).toBe(2);
    expect((await run('--draft', 'shorter.json', '--one-in', '0')).code).toBe(2);
    expect((await run()).stderr).toContain("required option '--draft <file>'");
    const nowhere = await run('--draft', 'shorter.json', '--csv', join('no', 'folder.csv'));
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('--csv')]);
    const stranger = await run('--draft', 'shorter.json', '--organization', 'Nowhere');
    expect([stranger.code, stranger.stderr]).toEqual([1, expect.stringContaining('NOT_FOUND')]);
  });

  it('is refused to a service credential: what is wrong with a draft tells of what is there', async () => {
    ended(await wk(['credential', 'monitor.key', '--name', 'monitor', ...store], { cwd: folder.path }));
    const asked = ['whatif', '--store', 'centre', '--credential-file', 'monitor.key', '--draft', 'shorter.json'];
    const { code, stderr } = await wk(asked, { cwd: folder.path });
    expect([code, stderr]).toEqual([1, expect.stringContaining('ACCESS_DENIED')]);
  });
});
