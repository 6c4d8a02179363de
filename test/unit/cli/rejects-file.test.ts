import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCsv } from '../../../src/main/cli/import/csv-rows.ts';
import { RejectsFile } from '../../../src/main/cli/import/rejects-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'wk-rejects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([',', ';', '\t', '|'])(
  'refused rows can be read again as they were, whatever delimits them (%j)',
  async (delimiter) => {
    const path = join(folder, `rejects-${delimiter.charCodeAt(0)}.csv`);
    const fields = ['12" pipe', `a${delimiter}b`, 'two\nlines'];
    const rejects = await RejectsFile.make(path, delimiter);
    const problem = { line: 7, column: 'b', value: 'x', code: 'BAD_DATE' as const, detail: 'yyyy' };
    await rejects.add(['a', 'b', 'c'], fields, [problem]);
    await rejects.close();
    const rows: (readonly string[])[] = [];
    await readCsv(path, delimiter, ['a', 'b', 'c'], async (row) => {
      rows.push(row.fields.slice(0, 4));
      return Promise.resolve(null);
    });
    expect(readFileSync(path, 'utf8').split(delimiter)[0]).toBe('a');
    expect(rows).toEqual([[...fields, '7']]);
  },
);
