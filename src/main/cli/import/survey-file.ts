import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { TicketDraft } from '../../domain/import/draft.ts';
import { spansByMapping, SpanTally, type CategorySpan } from '../../domain/import/learn-spans.ts';
import { columnsRead, type Mapping } from '../../domain/import/mapping.ts';
import { readRow, type RowReading } from '../../domain/import/read-row.ts';
import { shown, type RowWarning } from '../../domain/import/row-problem.ts';
import { readCsv, type CsvRow } from './csv-rows.ts';

/** The numbers of a file are held in memory to find those that come twice. */
const MOST_ROWS = 5_000_000;

/** What has to be known of the whole file before its first row can be written. */
export type Survey = {
  rows: number;
  good: number;
  spans: Map<string, CategorySpan>;
  categories: string[];
  teams: string[];
};

/** A row of the file by the mapping; one of a wrong length is not read further, since its values stand in wrong columns. */
export function readCsvRow(row: CsvRow, width: number, mapping: Mapping, importAt: Instant): RowReading {
  if (row.complete) {
    const reading = readRow(row, mapping, importAt);
    if (!reading.ok || row.strayQuotes.length === 0) return reading;
    const remarks = row.strayQuotes.map((column): RowWarning => {
      return { line: row.line, column, value: shown(row.value(column)), code: 'STRAY_QUOTE', detail: '' };
    });
    return { ...reading, warnings: [...remarks, ...reading.warnings] };
  }
  const value = String(row.fields.length);
  const problem = { line: row.line, column: '', value, code: 'WRONG_NUMBER_OF_FIELDS' as const, detail: String(width) };
  return { ok: false, problems: [problem] };
}

/** Numbers seen, and in which line: the second row of a number is refused. */
export class NumbersSeen {
  readonly #lineOf = new Map<string, number>();

  /** @returns the line that has the number already; null, and it is kept, when this is the first */
  firstLine({ number, line }: Pick<TicketDraft, 'number' | 'line'>): number | null {
    const first = this.#lineOf.get(number);
    if (first !== undefined) return first;
    this.#lineOf.set(number, line);
    return null;
  }
}

/**
 * Reads the file once without writing: policies are learnt from all of it, and a file that breaks off in its middle is
 * refused before anything of it is there.
 * @returns BAD_CSV when the file as a whole cannot be used
 */
export async function surveyFile(
  file: string,
  mapping: Mapping,
  importAt: Instant,
  stopping: AbortSignal,
): Promise<Result<Survey>> {
  const tally = new SpanTally();
  const teams = new Set<string>();
  const numbers = new NumbersSeen();
  let rows = 0;
  let good = 0;
  const read = await readCsv(file, mapping.delimiter, columnsRead(mapping), async (row, header) => {
    if (stopping.aborted) return failure('BAD_CSV', { why: 'nobody waits for it any more' });
    rows += 1;
    if (rows > MOST_ROWS) return failure('BAD_CSV', { why: `it has more than ${MOST_ROWS} rows; split it` });
    const reading = readCsvRow(row, header.length, mapping, importAt);
    if (!reading.ok || numbers.firstLine(reading.draft) !== null) return null;
    good += 1;
    tally.add(reading.draft);
    if (reading.draft.team !== '') teams.add(reading.draft.team);
    return null;
  });
  if (!read.ok) return read;
  const spans = spansByMapping(mapping, tally);
  return success({ rows, good, spans, categories: tally.categories(), teams: [...teams].sort() });
}
