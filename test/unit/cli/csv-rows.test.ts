import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/main/cli/import/csv-rows.ts';
import type { Result } from '../../../src/preload/contract/result.ts';

const folder = mkdtempSync(join(tmpdir(), 'wk-csv-'));
const file = join(folder, 'file.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Taken = { line: number; fields: readonly string[]; complete: boolean; strayQuotes: readonly string[] };

async function read(
  content: string | Uint8Array,
  needed = ['a', 'b'],
): Promise<{ result: Result<unknown>; rows: Taken[] }> {
  writeFileSync(file, content);
  const rows: Taken[] = [];
  const result = await readCsv(file, ',', needed, async ({ line, fields, complete, strayQuotes }) => {
    rows.push({ line, fields, complete, strayQuotes });
    return Promise.resolve(null);
  });
  return { result, rows };
}

async function why(content: string | Uint8Array, needed?: string[]): Promise<string> {
  const { result } = await read(content, needed);
  if (result.ok) throw new Error('it was taken');
  expect(result.code).toBe('BAD_CSV');
  return String(result.params?.['why']);
}

const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a CSV file', () => {
  it('gives its rows with the lines on which they begin, across quotes, line ends and a byte order mark', async () => {
    const { result, rows } = await read('\uFEFFa,b\r\n1,2\r\n\r\n"x\r\ny","say ""hi"""\r\n5,6');
    expect(result).toEqual({ ok: true, value: ['a', 'b'] });
    expect(rows.map(({ fields }) => fields)).toEqual([
      ['1', '2'],
      ['x\r\ny', 'say "hi"'],
      ['5', '6'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  it('says of each row whether it has as many fields as the first line', async () => {
    const { rows } = await read('a,b\n1\n1,2\n1,2,3\n');
    expect(rows.map(({ complete }) => complete)).toEqual([false, true, false]);
  });

  it('with its first line alone has no rows', async () => {
    expect(await read('a,b\n')).toEqual({ result: { ok: true, value: ['a', 'b'] }, rows: [] });
  });

  it('takes a quote inside a field that does not begin with one as text, and says in which column', async () => {
    const { rows } = await read('a,b\n12" pipe,3\n1,"two ""good"" ones"\n\n"1",4"5"\n');
    expect(rows.map(({ fields, strayQuotes }) => [fields, strayQuotes])).toEqual([
      [['12" pipe', '3'], ['a']],
      [['1', 'two "good" ones'], []],
      [['1', '4"5"'], ['b']],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 5]);
  });

  it('passes over lines of blanks as over empty ones, before the first line too', async () => {
    const { result, rows } = await read('  \n\na,b\n   \n1,2\n\t\n ,\n');
    expect(result).toEqual({ ok: true, value: ['a', 'b'] });
    expect(rows.map(({ line, fields }) => [line, fields])).toEqual([
      [5, ['1', '2']],
      [7, [' ', '']],
    ]);
  });

  it('may end its lines in more than one way, as a file that was put together does', async () => {
    const { rows } = await read('a,b\n1,"2"\r\n3,"4"\n"5",6\r\n');
    expect(rows.map(({ line, fields }) => [line, ...fields])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ]);
  });

  it('gives back whatever text was written into it', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !text.includes('\uFEFF') && !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (table) => {
        const content = ['a,b', ...table.map((cells) => cells.map(field).join(','))].join('\n');
        expect((await read(content)).rows.map(({ fields }) => fields)).toEqual(table);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['is empty', '', 'it is empty'],
    ['lacks a column', 'a,c\n1,2\n', '“b”'],
    ['names a column twice', 'a,b,b\n1,2,3\n', 'twice'],
    ['has a quote that is never closed', 'a,b\n1,2\n3,"4\n', 'never closed'],
    ['has a quote inside a quoted field', 'a,b\n1,"2"3"\n', 'at line 2: a quote stands inside a quoted field'],
    ['has text behind a quoted field', 'a,b\n1,2\n"1" x,"2\n3"\n', 'at line 3: a quote stands inside a quoted field'],
    ['has another delimiter and quotes', '"a";"b"\n"1,";"2\n', 'the mapping reads “a”, “b”'],
    ['has another delimiter and a quote that is never closed', 'a;b\n1;2,"\n', 'the mapping reads “a”, “b”'],
    ['has a field of 5 MB', `a,b\n1,"${'x'.repeat(5_000_000)}"\n`, '1 MiB'],
    ['is not UTF-8', Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xe9, 0x0a), 'not UTF-8, at or after line'],
    ['breaks off inside a letter', Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xe2, 0x82), 'not UTF-8'],
    ['is UTF-16', Buffer.from('\uFEFFa,b\n', 'utf16le'), 'UTF-16'],
  ])('that %s is refused with the reason', async (_, content, reason) => {
    const said = await why(content);
    expect(said).toContain(reason);
    expect(said.length).toBeLessThan(700);
  });

  it('that is missing or a folder is refused', async () => {
    const missing = await readCsv(join(folder, 'missing.csv'), ',', [], async () => Promise.resolve(null));
    expect(missing).toMatchObject({ code: 'BAD_CSV', params: { why: 'it does not exist' } });
    const isFolder = await readCsv(folder, ',', [], async () => Promise.resolve(null));
    expect(isFolder).toMatchObject({ code: 'BAD_CSV', params: { why: 'it is a folder' } });
  });
});
