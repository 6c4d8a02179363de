import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cliFolder, exampleFile, projectDirectory, wk, type CliRun } from '../../support/cli-run.ts';

/** The city's own file lies beside the project where its maintainers work; `baltimore-form.test.ts` covers the same ground elsewhere. */
const file = join(projectDirectory, '..', 'shared', 'data', 'baltimore_311.csv');

type Ticket = {
  number: string;
  clocks: { resolution: { kind: string; due_at?: string | null; ended_at?: string | null } };
};

/** `04/12/2018 11:11:26 AM`, read as UTC; written apart from the importer's own reader. */
function instantOf(text: string): number {
  const [date = '', time = '', half = ''] = text.split(' ');
  const [month, day, year] = date.split('/').map(Number);
  const [hour = 0, minute, second] = time.split(':').map(Number);
  return Date.UTC(year ?? 0, (month ?? 0) - 1, day, (hour % 12) + (half === 'PM' ? 12 : 0), minute, second);
}

describe.skipIf(!existsSync(file))('a city’s real file', () => {
  const folder = cliFolder();
  afterAll(() => folder.remove());
  const at = (...args: string[]): Promise<CliRun> =>
    wk([...args, '--store', 'centre', '--password-file', 'pw'], { cwd: folder.path });

  it('comes in whole, every due date to the second, and its compliance is what the file says', async () => {
    expect(await at('init')).toMatchObject({ code: 0 });
    const imported = await at('import', file, '--mapping', exampleFile('baltimore-311.mapping.json'), '--json');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(imported.stdout)).toMatchObject({
      imported: 5000,
      policies: { with_target: 188, without_target: 16 },
    });

    const status = JSON.parse((await at('status', '--json')).stdout) as Record<string, unknown>;
    expect(status).toMatchObject({
      tickets: 5000,
      by_status: { open: 95, in_progress: 1, pending: 7, closed: 4897 },
      compliance: { resolution: { with_target: 4869, met: 4008, missed: 782, rate: 4008 / 4790, of_all: 4008 / 5000 } },
      open_breaches: { resolution: 79 },
    });

    // One after the other: a store has one owner at a time.
    const listed = [...(await list('all')), ...(await list('done'))];
    const tickets = new Map(listed.map((ticket) => [ticket.number, ticket.clocks.resolution]));
    expect(tickets.size).toBe(5000);
    const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
    const expected = rows.map((row) => {
      if (row['DueDate'] === '') return [row['ServiceRequestNum'], 'none', null];
      const dueAt = instantOf(row['DueDate'] ?? '');
      const isMet = row['CloseDate'] !== '' && instantOf(row['CloseDate'] ?? '') <= dueAt;
      return [row['ServiceRequestNum'], isMet ? 'met' : 'breached', dueAt];
    });
    const found = expected.map(([number]) => {
      const clock = tickets.get(String(number));
      return [number, clock?.kind, typeof clock?.due_at === 'string' ? Date.parse(clock.due_at) : null];
    });
    expect(found).toEqual(expected);
    expect(found.filter(([, , dueAt]) => dueAt !== null)).toHaveLength(4869);
    expect(await at('verify')).toMatchObject({ code: 0 });
  });

  async function list(view: string): Promise<Ticket[]> {
    const run = await at('ticket', 'list', '--view', view, '--limit', '10000', '--json');
    return (JSON.parse(run.stdout) as { tickets: Ticket[] }).tickets;
  }
});
