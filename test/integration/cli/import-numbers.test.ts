import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../src/main/cli/import/import-report.ts';
import { city, people } from '../../support/centre.ts';
import { importInto } from '../../support/import-into.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const mappingOf = (organization: string): unknown => ({
  organization: { name: organization, profile: 'municipal', timezone: 'UTC' },
  columns: { number: 'Number', subject: 'Type', category: 'Type', created: 'Opened', status: 'State' },
  dates: { form: 'yyyy-MM-dd' },
  statuses: { Open: { status: 'open' } },
  overdue: 'history',
});
const csv = (...numbers: string[]): string =>
  ['Number,Type,Opened,State', ...numbers.map((number) => `${number},Water,2026-01-01,Open`), ''].join('\n');
const refusals = ({ problems }: ImportReport): string[] => problems.map(({ value, code }) => `${value} ${code}`);

describe('the number of a row', () => {
  let desk: StoreDesk;
  beforeAll(async () => {
    desk = await StoreDesk.start('import-numbers');
    await importInto(desk, mappingOf('First'), csv('a-1', 'A-2', 'a-3'));
    await importInto(desk, mappingOf('Second'), csv('s-1'));
  });
  afterAll(() => desk.close());

  test.each([null, people.administrator])(
    'that is there already is told in a dry run as in the import itself, whoever asks (%s)',
    async (userId) => {
      const rows = csv('a-1', 'A-1', 'a-2', 'a-3', 's-1');
      const dry = await importInto(desk, mappingOf('First'), rows, { dryRun: true, userId });
      expect(dry).toMatchObject({ imported: 2, refused: 3, duplicates: 2 });
      expect(refusals(dry)).toEqual(['a-1 ALREADY_THERE', 'a-3 ALREADY_THERE', 's-1 NUMBER_ELSEWHERE']);
      const done = await importInto(desk, mappingOf('First'), rows, { userId });
      expect(refusals(done)).toEqual(refusals(dry));
      expect(done).toMatchObject({ imported: 2, refused: 3, duplicates: 2 });
      unwrap(await desk.execute('undo-batch', { batchId: done.batch ?? '', limit: 10 }, null));
    },
  );

  test('that another organization’s ticket has tells what to do about it', async () => {
    const { problems } = await importInto(desk, mappingOf('Third'), csv('a-1'));
    expect(problems).toMatchObject([{ line: 2, column: 'Number', value: 'a-1', code: 'NUMBER_ELSEWHERE' }]);
    expect(problems[0]?.text).toContain('another organization');
    expect(problems[0]?.text).toContain('prefix');
  });

  test('is looked up for many rows at once', async () => {
    const numbers = Array.from({ length: 2300 }, (_, n) => `many-${n}`);
    expect(await importInto(desk, mappingOf('First'), csv(...numbers), { dryRun: true })).toMatchObject({
      imported: 2300,
    });
    const some = await importInto(desk, mappingOf('First'), csv(...numbers.slice(0, 1500)));
    expect(some).toMatchObject({ imported: 1500 });
    const dry = await importInto(desk, mappingOf('First'), csv(...numbers), { dryRun: true });
    expect(dry).toMatchObject({ rows: 2300, imported: 800, refused: 1500, duplicates: 1500 });
  });
});

describe('which numbers are taken', () => {
  let desk: StoreDesk;
  let number = '';
  beforeAll(async () => {
    desk = await StoreDesk.start('numbers-taken');
    const { ticketId } = await desk.creates({ sensitive: true }, people.clearedSupervisor);
    const { rows } = unwrap(await desk.read('list-tickets', { limit: 1 }, people.clearedSupervisor));
    number = rows.find(({ id }) => id === ticketId)?.number ?? '';
  });
  afterAll(() => desk.close());

  test('is told to who may import, sensitive tickets too, and of the numbers that were asked for alone', async () => {
    const input = { organizationId: city, numbers: [number, 'nobody has this'] };
    for (const viewerId of [null, people.administrator])
      expect(unwrap(await desk.read('numbers-taken', input, viewerId))).toEqual({ here: [number], elsewhere: [] });
    for (const viewerId of [people.ceo, people.clearedSupervisor, people.agent, 'nobody'])
      expect(codeOf(await desk.read('numbers-taken', input, viewerId))).toBe('ACCESS_DENIED');
  });

  test('is told for a thousand at a time', async () => {
    const numbers = Array.from({ length: 1001 }, (_, n) => String(n));
    expect(codeOf(await desk.read('numbers-taken', { organizationId: city, numbers }, null))).toBe('BAD_INPUT');
  });
});
