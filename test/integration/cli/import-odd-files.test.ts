import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReportText } from '../../../src/main/cli/import/import-report-text.ts';
import { importInto } from '../../support/import-into.ts';
import { StoreDesk } from '../../support/store-desk.ts';

const mapping = {
  organization: { name: 'Odd files', profile: 'municipal', timezone: 'UTC' },
  columns: { number: 'Number', subject: 'What', category: 'Type', created: 'Opened', status: 'State' },
  dates: { form: 'yyyy-MM-dd' },
  statuses: { Open: { status: 'open' } },
  overdue: 'history',
};
const header = 'Number,What,Type,Opened,State\n';

describe('an import of a file', () => {
  let desk: StoreDesk;
  beforeAll(async () => {
    desk = await StoreDesk.start('import-odd-files');
  });
  afterAll(() => desk.close());

  test('that names its columns and nothing else says that it has no rows, and makes nothing', async () => {
    const report = await importInto(desk, mapping, header);
    expect(report).toMatchObject({
      rows: 0,
      refused: 0,
      batch: null,
      organization: { made: false },
      rules_made: 0,
      warnings: { NO_ROWS: 1 },
    });
    expect(importReportText(report)).toContain('has no rows');
  });

  test('with a quote inside a field takes it as text and remarks on that row', async () => {
    const report = await importInto(desk, mapping, `${header}Q-1,12" pipe,Water,2026-01-01,Open\n  \n`);
    expect(report).toMatchObject({ rows: 1, imported: 1, refused: 0, warnings: { STRAY_QUOTE: 1 } });
    expect(report.first_warnings).toMatchObject([{ line: 2, column: 'What', value: '12" pipe', code: 'STRAY_QUOTE' }]);
  });
});
