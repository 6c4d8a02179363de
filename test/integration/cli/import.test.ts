import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../src/main/cli/import/import-report.ts';
import { mappingJson } from '../../support/cli-mapping.ts';
import { cliFolder, ended, exampleFile, wk, type CliRun } from '../../support/cli-run.ts';

const folder = cliFolder();
const example = exampleFile('service-desk.csv');
const mapping = exampleFile('service-desk.mapping.json');
const header = readFileSync(example, 'utf8').split('\n')[0] ?? '';

const at = (...args: string[]): Promise<CliRun> =>
  wk([...args, '--store', 'centre', '--password-file', 'pw'], { cwd: folder.path });
const importing = (file: string, by: string, ...more: string[]): Promise<CliRun> =>
  at('import', file, '--mapping', by, '--json', ...more);
const report = (run: CliRun): ImportReport => JSON.parse(run.stdout) as ImportReport;
const status = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await at('status', '--json')).stdout) as Record<string, unknown>;

beforeAll(async () => {
  ended(await at('init'));
});
afterAll(() => folder.remove());

// One store through all of it, in this order: each step rests on what the one before left.
describe('an import', () => {
  let batch = '';

  it('tells in a dry run what it would do, and does nothing', async () => {
    const run = await importing(example, mapping, '--dry-run');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(report(run)).toMatchObject({
      dry_run: true,
      batch: null,
      imported: 12,
      organization: { name: 'Example Service Desk', made: true },
      policies: { made: 5, with_target: 4, without_target: 1 },
    });
    expect(await status()).toMatchObject({ tickets: 0 });
    expect(await at('status', '--org', 'Example Service Desk')).toMatchObject({ code: 1 });
  });

  it('brings every row in with its own past, and the figures follow', async () => {
    const run = await importing(example, mapping);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const told = report(run);
    expect(told).toMatchObject({
      dry_run: false,
      rows: 12,
      imported: 12,
      refused: 0,
      teams_made: ['Cables', 'Pipes', 'Roads'],
    });
    expect(told.warnings).toEqual({ STATUS_BEFORE_CREATED: 1 });
    batch = told.batch ?? '';
    // Met: SD-1001, 1003, 1004, 1006, 1011; missed: 1002; overdue and open: 1005, 1007, 1008.
    expect(await status()).toMatchObject({
      tickets: 12,
      open: 5,
      by_status: { open: 3, in_progress: 1, pending: 1, escalated: 0, resolved: 0, closed: 7 },
      compliance: { resolution: { with_target: 9, met: 5, missed: 1, rate: 5 / 6, of_all: 5 / 12 } },
      open_breaches: { resolution: 3 },
    });
  });

  it('keeps duplicates, zero spans, times of its zone and words of every language', async () => {
    const show = async (number: string): Promise<Record<string, unknown>> =>
      JSON.parse((await at('ticket', 'show', number, '--json')).stdout) as Record<string, unknown>;
    expect(await show('SD-1010')).toMatchObject({
      status: 'open',
      disposition: 'duplicate',
      clocks: { resolution: { kind: 'none' } },
    });
    expect(await show('SD-1011')).toMatchObject({
      clocks: { resolution: { kind: 'met', due_at: '2025-04-05T08:00:00Z', met_at: '2025-04-05T08:00:00Z' } },
    });
    expect(await show('SD-1012')).toMatchObject({ subject: 'سؤال عن مواعيد العمل', contact: { name: 'ليلى الرمال' } });
    expect(await show('SD-1005')).toMatchObject({
      clocks: { resolution: { kind: 'breached', due_at: '2025-04-01T22:00:00Z', ended_at: null } },
    });
  });

  it('of the same file again doubles nothing and says so', async () => {
    const run = await importing(example, mapping);
    expect(run).toMatchObject({ code: 1 });
    expect(report(run)).toMatchObject({
      batch: null,
      imported: 0,
      refused: 12,
      duplicates: 12,
      policies: { made: 0, unchanged: 5 },
    });
    const dry = await importing(example, mapping, '--dry-run');
    expect(report(dry)).toMatchObject({ imported: 0, duplicates: 12 });
    expect(await status()).toMatchObject({ tickets: 12 });
  });

  it('takes the good rows of a file, refuses each bad one with its reason, and hands those back', async () => {
    const rows = [
      'SD-2001;Good;Water;2025-05-01 08:00;Open;;2025-05-02 08:00;;;;;;;Pipes',
      'SD-2002;Month 13;Water;2025-13-01 08:00;Open;;;;;;;;;',
      'SD-2003;Year 9999;Water;9999-01-01 08:00;Open;;;;;;;;;',
      'SD-2004;30 February;Water;2025-02-30 08:00;Open;;;;;;;;;',
      'SD-2005;Strange word;Water;2025-05-01 08:00;Vanished;;;;;;;;;',
      'SD-2006;Backwards;Water;2025-05-01 08:00;Done;;2025-05-02 08:00;2025-04-30 08:00;;;;;;',
      'SD-2007;Too short;Water;2025-05-01 08:00',
      'SD-2001;Same number;Water;2025-05-01 08:00;Open;;2025-05-02 08:00;;;;;;;',
      'SD-2008;Spans differ;Odd;2025-05-01 08:00;Open;;2025-05-02 08:00;;;;;;;',
      'SD-2009;Spans differ;Odd;2025-05-01 08:00;Open;;2025-05-03 08:00;;;;;;;',
      'SD-2010;"quoted; and\r\nmore"" lines";Water;2025-05-01 08:00;Open;;2025-05-02 08:00;;;;;;;',
    ];
    const mixed = folder.file('mixed.csv', `\uFEFF${[header, ...rows].join('\r\n')}\r\n`);
    const run = await importing(mixed, mapping, '--rejects', 'rejects.csv');
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(report(run)).toMatchObject({ rows: 11, imported: 2, refused: 9, duplicates: 0 });
    expect(report(run).problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 NO_SUCH_DATE',
      '4 DATE_OUT_OF_RANGE',
      '5 NO_SUCH_DATE',
      '6 UNKNOWN_STATUS',
      '7 CLOSED_BEFORE_CREATED',
      '8 WRONG_NUMBER_OF_FIELDS',
      '9 TWICE_IN_FILE',
      '10 SPANS_DISAGREE',
      '11 SPANS_DISAGREE',
    ]);
    const rejects = readFileSync(join(folder.path, 'rejects.csv'), 'utf8').trimEnd().split('\n');
    expect(rejects).toHaveLength(10);
    expect(rejects[0]).toBe(`${header};wk_line;wk_codes;wk_reasons`);
    expect(rejects[1]).toContain('SD-2002');
    const again = await importing(join(folder.path, 'rejects.csv'), mapping, '--dry-run');
    expect(report(again)).toMatchObject({ rows: 9, imported: 0, duplicates: 1 });
  });

  it('is taken back by its batch, once, and can then be made again', async () => {
    const undone = await at('import', '--undo', batch, '--json');
    expect(undone).toMatchObject({ code: 0 });
    expect(JSON.parse(undone.stdout)).toEqual({ batch, undone: 12 });
    expect(await status()).toMatchObject({ tickets: 2 });
    const twice = await at('import', '--undo', batch);
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    expect(twice.stderr).toContain('NOTHING_TO_UNDO');
    expect(report(await importing(example, mapping))).toMatchObject({ imported: 12 });
    expect(await at('verify')).toMatchObject({ code: 0 });
  });

  it('that is live lets what is overdue breach now, and tells nobody of history that is not', async () => {
    const live = folder.file(
      'live.json',
      JSON.stringify({
        ...mappingJson(),
        organization: { name: 'Live', profile: 'municipal', timezone: 'UTC' },
        overdue: 'live',
      }),
    );
    const rows = readFileSync(example, 'utf8').replaceAll('SD-', 'LV-');
    expect(await importing(folder.file('live.csv', rows), live)).toMatchObject({ code: 0 });
    const shown = JSON.parse((await at('ticket', 'show', 'LV-1005', '--json')).stdout) as {
      timeline: { kind: string; body: unknown }[];
    };
    expect(shown.timeline.find(({ kind }) => kind === 'breached')?.body).toMatchObject({ history: false });
    const past = JSON.parse((await at('ticket', 'show', 'SD-1005', '--json')).stdout) as {
      timeline: { kind: string; body: unknown }[];
    };
    expect(past.timeline.find(({ kind }) => kind === 'breached')?.body).toMatchObject({ history: true });
  });
});

describe('a file that cannot be used', () => {
  it('because it breaks off in its middle leaves nothing of it, for all that its first rows were good', async () => {
    const good = 'SD-3001;Good;New category;2025-05-01 08:00;Open;;2025-05-02 08:00;;;;;;;New team';
    const before = await status();
    const run = await importing(folder.file('bad.csv', `${header}\n${good}\nSD-3002;"Open;Water\n`), mapping);
    expect(run).toMatchObject({ code: 5, stdout: '' });
    expect(run.stderr).toContain('BAD_CSV');
    expect(run.stderr).toContain('never closed');
    expect(await status()).toEqual(before);
  });

  it('is refused when it is not there or its mapping is wrong, before a store is opened', async () => {
    const missing = await importing('missing.csv', mapping);
    expect(missing).toMatchObject({ code: 5, stdout: '' });
    const broken = await importing(example, folder.file('broken.json', '{"organization":{}}'));
    expect(broken).toMatchObject({ code: 5, stdout: '' });
    expect(broken.stderr).toContain('organization.name');
    const zone = { ...mappingJson(), dates: { form: 'yyyy-MM-dd', zone: 'Mars/Olympus' } };
    const nowhere = await importing(example, folder.file('zone.json', JSON.stringify(zone)));
    expect(nowhere).toMatchObject({ code: 5, stdout: '' });
    expect(nowhere.stderr).toContain('Mars/Olympus');
    expect(await at('import', example)).toMatchObject({ code: 2, stdout: '' });
    expect(await importing(example, mapping, '--rejects', example)).toMatchObject({ code: 2, stdout: '' });
  });
});
