import { CsvError, parse, type Parser } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { Row } from '../../domain/import/read-row.ts';
import { fileErrorWords } from '../file-error-words.ts';
import { LineIndex } from './line-index.ts';
import { strayQuotes } from './stray-quotes.ts';

/** A record of a service desk is a few hundred bytes; an unclosed quote would otherwise take the rest of the file for one field. */
const LARGEST_RECORD = 1024 * 1024;

/** `strayQuotes`: columns of its fields that hold a quote without being quoted. */
export type CsvRow = Row & { fields: readonly string[]; complete: boolean; strayQuotes: readonly string[] };

/** Thrown inside the streams, turned into a failure where they are read. */
class Unreadable extends Error {}

/** `bytes`: of the file up to the end of the record and its line. The parser's own count of lines is wrong inside quotes. */
type Parsed = { record: string[]; raw: string; info: { bytes: number } };

/**
 * A quote is text in a field that does not begin with one: a measure in inches must not cost a whole file. Every way to
 * end a line counts in each, since with the first line's alone a field would keep its quotes where the next way begins.
 */
const form = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: LARGEST_RECORD,
};

/**
 * Reads a CSV file from its beginning, record by record, in constant memory.
 * @param needed  columns that must be there
 * @param take  called with each record and awaited; a failure that it returns ends the reading
 * @returns the header; BAD_CSV with `why` when the file as a whole cannot be read
 */
export async function readCsv(
  file: string,
  delimiter: string,
  needed: readonly string[],
  take: (row: CsvRow, header: readonly string[]) => Promise<Failure | null>,
): Promise<Result<readonly string[]>> {
  // By itself, since a wrong delimiter makes quotes look broken: the columns that are missing then tell what is wrong.
  const header = await readHeader(file, delimiter, needed);
  if (!header.ok) return header;
  const columns = header.value;
  const parser = parse({ ...form, delimiter, info: true, raw: true, skip_empty_lines: true });
  const lines = new LineIndex();
  const feeding = feed(file, lines, parser);
  let isPastHeader = false;
  let read = 0;
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      read = lines.before(info.bytes);
      const line = Math.max(read - record.reduce((inside, field) => inside + lineEndsIn(field), 0), 1);
      if (isPastHeader ? record.join(delimiter).trim() === '' : record.every(isBlank)) continue;
      const stray = record.some((field) => field.includes('"')) ? strayQuotes(raw, delimiter) : [];
      if (stray === null) return failure('BAD_CSV', { why: `at line ${line}: ${csvWords.CSV_INVALID_CLOSING_QUOTE}` });
      if (isPastHeader) {
        const stopped = await take(rowOf(record, line, stray, columns), columns.names);
        if (stopped !== null) return stopped;
      }
      isPastHeader = true;
    }
    await feeding;
  } catch (cause) {
    return unreadable(cause, read + 1);
  } finally {
    parser.destroy();
  }
  return success(columns.names);
}

/** @returns the names of the first line that is not blank; BAD_CSV when there is none, or when it lacks a column */
async function readHeader(file: string, delimiter: string, needed: readonly string[]): Promise<Result<Columns>> {
  const parser = parse({ ...form, delimiter, to: 1, skip_records_with_empty_values: true });
  const feeding = feed(file, new LineIndex(), parser);
  try {
    for await (const record of parser as AsyncIterable<string[]>) return columnsOf(record, needed);
    await feeding;
  } catch (cause) {
    return unreadable(cause, 1);
  } finally {
    parser.destroy();
  }
  return failure('BAD_CSV', { why: 'it is empty' });
}

function feed(file: string, lines: LineIndex, parser: Parser): Promise<void> {
  const feeding = pipeline(createReadStream(file), (bytes: AsyncIterable<Uint8Array>) => utf8(bytes, lines), parser);
  // Who reads the records sees the same error; without this line it would count as unhandled as well.
  feeding.catch(() => undefined);
  return feeding;
}

function isBlank(field: string): boolean {
  return field.trim() === '';
}

type Columns = { names: readonly string[]; position: ReadonlyMap<string, number> };

function columnsOf(record: readonly string[], needed: readonly string[]): Result<Columns> {
  const names = record.map((name) => name.trim());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const has = names.slice(0, 40).join(', ').slice(0, 500);
    return failure('BAD_CSV', {
      why: `the mapping reads ${quoted(missing)}, which its first line does not name; it names ${has}`,
    });
  }
  const twice = needed.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) return failure('BAD_CSV', { why: `its first line names ${quoted([twice])} twice` });
  return success({ names, position: new Map(names.map((name, index) => [name, index])) });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function rowOf(fields: readonly string[], line: number, stray: readonly number[], columns: Columns): CsvRow {
  return {
    line,
    fields,
    complete: fields.length === columns.names.length,
    strayQuotes: stray.map((position) => columns.names[position] ?? ''),
    value: (column) => fields[columns.position.get(column) ?? -1] ?? '',
  };
}

function lineEndsIn(field: string): number {
  let count = 0;
  for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Lets the bytes by and refuses what is not UTF-8, instead of writing question marks into people's names. */
async function* utf8(bytes: AsyncIterable<Uint8Array>, lines: LineIndex): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk?: Uint8Array): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Unreadable(`it is not UTF-8, at or after line ${lines.passing}; save it as “CSV UTF-8”`);
    }
  };
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))) {
      throw new Unreadable('it is UTF-16; save it as “CSV UTF-8”');
    }
    isFirst = false;
    check(chunk);
    lines.pass(chunk);
    yield chunk;
  }
  check();
  lines.end();
}

const csvWords = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote stands inside a quoted field; inside, it is written twice',
  CSV_MAX_RECORD_SIZE: 'a record is larger than 1 MiB; look for a quote that is never closed',
} as const;

function wordsOf({ code, message }: CsvError): string {
  return new Map<string, string>(Object.entries(csvWords)).get(code) ?? message;
}

function unreadable(cause: unknown, line: number): Failure {
  if (cause instanceof Unreadable) return failure('BAD_CSV', { why: cause.message });
  if (cause instanceof CsvError) {
    // The parser runs ahead of the records that have been taken, so its own count of lines is the nearer one.
    const at = /\bline (\d+)/u.exec(cause.message)?.[1] ?? line;
    return failure('BAD_CSV', { why: `at line ${at}: ${wordsOf(cause)}` });
  }
  if (cause instanceof Error && 'syscall' in cause) return failure('BAD_CSV', { why: fileErrorWords(cause) });
  throw cause;
}
