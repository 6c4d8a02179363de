import { basename } from 'node:path';
import { v7 } from 'uuid';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { columnsRead, type Mapping } from '../../domain/import/mapping.ts';
import type { Session } from '../use-store.ts';
import { ReportCollector } from './collect-report.ts';
import { readCsv } from './csv-rows.ts';
import type { ImportReport } from './import-report.ts';
import type { Looked } from './look-ahead.ts';
import { prepareImport } from './prepare-import.ts';
import type { RejectsFile } from './rejects-file.ts';
import { RowIntake } from './row-intake.ts';

export type ImportOptions = {
  /** Absolute path. */
  file: string;
  mapping: Mapping;
  /** The first reading of the file. */
  looked: Promise<Looked>;
  dryRun: boolean;
  rejects: RejectsFile | null;
  /** Told once in a while: rows read so far, of how many. */
  onProgress: (done: number, of: number) => void;
  now: () => Instant;
};

/**
 * Imports a file that was read once to learn from it and to see that it can be read to its end: reads it once more to write.
 * Good rows go in, bad ones are reported, and a dry run differs only in that nothing is written.
 * @returns BAD_CSV, and then nothing was written; ACCESS_DENIED when the user may not configure
 */
export async function runImport(session: Session, options: ImportOptions): Promise<Result<ImportReport>> {
  const { file, mapping, dryRun, rejects } = options;
  const startedAt = options.now();
  const { importAt, survey, isSame } = await options.looked;
  if (!survey.ok) return survey;
  const prepared = await prepareImport(session, survey.value, mapping, importAt);
  if (!prepared.ok) return prepared;
  const { directory, policies, rules, entities } = prepared.value;

  if (!(await isSame())) return failure('BAD_CSV', { why: 'it was changed while it was read' });
  // An organization is not made for the sake of rows that do not come.
  const isWorthIt = survey.value.good > 0;
  if (!dryRun && isWorthIt && entities.length > 0) {
    const saved = await session.store.execute('save-config', { entities }, session.commandContext());
    if (!saved.ok) return saved;
  }

  const batch = { id: v7(), organizationId: directory.organization.id, fileName: basename(file) };
  const collector = new ReportCollector();
  const intake = new RowIntake({
    session,
    mapping,
    importAt,
    dryRun,
    batch,
    survey: survey.value,
    prepared: prepared.value,
    collector,
    rejects,
  });
  const read = await readCsv(file, mapping.delimiter, columnsRead(mapping), async (row, header) => {
    const stopped = await intake.take(row, header);
    if (collector.rows % 1000 === 0) options.onProgress(collector.rows, survey.value.rows);
    return stopped;
  });
  if (!read.ok) return read;
  const stopped = await intake.end();
  if (stopped !== null) return stopped;

  const { imported } = intake;
  if (collector.rows === 0) collector.warn([{ line: 1, column: '', value: '', code: 'NO_ROWS', detail: '' }]);
  return success(
    collector.report({
      dryRun,
      batch: dryRun || imported === 0 ? null : batch.id,
      imported,
      directory,
      organizationMade: isWorthIt && directory.organizationMade,
      policies,
      rulesMade: isWorthIt ? rules.length : 0,
      spans: survey.value.spans,
      seconds: (options.now() - startedAt) / 1000,
    }),
  );
}
