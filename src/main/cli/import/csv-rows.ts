import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { Row } from '../../domain/import/read-row.ts';
import { fileErrorWords } from '../file-error-words.ts';

/** A record of a service desk is a few hundred bytes; an unclosed quote would otherwise take the rest of the file for one field. */
const LARGEST_RECORD = 1024 * 1024;

export type CsvRow = Row & { fields: readonly string[]; complete: boolean };

/** Thrown inside the streams, turned into a failure where they are read. */
class Unreadable extends Error {}

type Parsed = { record: string[]; info: { lines: number } };

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
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_RECORD,
  });
  const feeding = pipeline(createReadStream(file), utf8, parser);
  // The reading below sees the same error; without this line it would count as unhandled as well.
  feeding.catch(() => undefined);
  let columns: Columns | null = null;
  let lineBefore = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = lineBefore + 1;
      lineBefore = info.lines;
      if (columns === null) {
        const header = columnsOf(record, needed);
        if (!header.ok) return header;
        columns = header.value;
        continue;
      }
      const stopped = await take(rowOf(record, line, columns), columns.names);
      if (stopped !== null) return stopped;
    }
    await feeding;
  } catch (cause) {
    return unreadable(cause, lineBefore + 1);
  } finally {
    parser.destroy();
  }
  return columns === null ? failure('BAD_CSV', { why: 'it is empty' }) : success(columns.names);
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

function rowOf(fields: readonly string[], line: number, columns: Columns): CsvRow {
  return {
    line,
    fields,
    complete: fields.length === columns.names.length,
    value: (column) => fields[columns.position.get(column) ?? -1] ?? '',
  };
}

/** Decodes as the file comes in, and refuses what is not UTF-8 instead of writing question marks into people's names. */
async function* utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))) {
      throw new Unreadable('it is UTF-16; save it as “CSV UTF-8”');
    }
    isFirst = false;
    yield decode(decoder, chunk, line, true);
    for (const byte of chunk) if (byte === 0x0a) line += 1;
  }
  const rest = decode(decoder, undefined, line, false);
  if (rest !== '') yield rest;
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  line: number,
  stream: boolean,
): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    throw new Unreadable(`it is not UTF-8, at or after line ${line}; save it as “CSV UTF-8”`);
  }
}

const csvWords: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote stands inside a quoted field; inside, it is written twice',
  INVALID_OPENING_QUOTE: 'a quote stands inside a field that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'a record is larger than 1 MiB; look for a quote that is never closed',
};

function unreadable(cause: unknown, line: number): Failure {
  if (cause instanceof Unreadable) return failure('BAD_CSV', { why: cause.message });
  if (cause instanceof CsvError) {
    return failure('BAD_CSV', {
      why: `in the record that begins at line ${line}: ${csvWords[cause.code] ?? cause.message}`,
    });
  }
  if (cause instanceof Error && 'syscall' in cause) return failure('BAD_CSV', { why: fileErrorWords(cause) });
  throw cause;
}
