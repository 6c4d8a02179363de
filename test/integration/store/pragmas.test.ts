import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName } from 'drizzle-orm';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { columnName, ticketKeys } from '../../../src/main/store/projection/ticket-table.ts';
import { ticket } from '../../../src/main/store/schema/ticket.ts';
import { connect } from '../../../src/main/store/worker/connection.ts';
import { freshDirectory } from '../../support/store-desk.ts';

const key = new Uint8Array(32).fill(7);
const path = join(freshDirectory('pragmas'), 'store.db');
const writer = connect(path, key, 'writer', true);
writer.exec('CREATE TABLE thing (a)');
const reader = connect(path, key, 'reader', false);
const checkpointer = connect(path, key, 'checkpointer', false);
afterAll(() => {
  for (const db of [reader, checkpointer, writer]) db.close();
});

const held: readonly { pragma: string; writer: string | number; reader: string | number }[] = [
  { pragma: 'journal_mode', writer: 'wal', reader: 'wal' },
  // 2 = FULL, 1 = NORMAL.
  { pragma: 'synchronous', writer: 2, reader: 1 },
  // 2 = MEMORY.
  { pragma: 'temp_store', writer: 2, reader: 2 },
  { pragma: 'secure_delete', writer: 1, reader: 1 },
  { pragma: 'foreign_keys', writer: 1, reader: 1 },
  { pragma: 'cache_size', writer: -59_392, reader: -35_328 },
  { pragma: 'cipher', writer: 'aegis', reader: 'aegis' },
];

describe('a connection of the store', () => {
  for (const { pragma, ...expected } of held) {
    test(`has ${pragma} ${expected.writer} where it writes`, () => {
      expect(writer.pragma(pragma, { simple: true })).toBe(expected.writer);
    });
    test(`has ${pragma} ${expected.reader} where it only reads`, () => {
      expect(reader.pragma(pragma, { simple: true })).toBe(expected.reader);
    });
  }

  test('flushes what it writes back beside the writer', () => {
    expect(checkpointer.pragma('synchronous', { simple: true })).toBe(2);
  });

  test('cannot write where it only reads', () => {
    expect(() => reader.exec('CREATE TABLE other (a)')).toThrow(/readonly/);
  });

  test('keeps within 128 MB of cache with the other three', () => {
    const kib = [writer, reader, reader, checkpointer].map((db) => -Number(db.pragma('cache_size', { simple: true })));
    expect(kib.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(128 * 1024);
  });
});

test('a WAL file falls to synchronous NORMAL when nobody says otherwise: the control of the line above', () => {
  const plain = join(freshDirectory('control'), 'plain.db');
  const made = new Database(plain);
  made.pragma('journal_mode = WAL');
  made.exec('CREATE TABLE thing (a)');
  made.close();
  const opened = new Database(plain);
  opened.prepare('SELECT * FROM thing').all();
  expect(opened.pragma('synchronous', { simple: true })).toBe(1);
  opened.close();
});

test('nothing of the file is readable, its first bytes included', () => {
  const bytes = readFileSync(path);
  expect(bytes.includes('SQLite format')).toBe(false);
  expect(bytes.includes('CREATE TABLE')).toBe(false);
});

test('a wrong key opens nothing', () => {
  expect(() => connect(path, new Uint8Array(32).fill(8), 'reader', false).prepare('SELECT * FROM thing').all()).toThrow(
    /not a database|malformed/,
  );
});

test('the columns of a ticket are written out as the schema has them', () => {
  const columns = Object.entries(getTableColumns(ticket)).map(([name, column]) => [name, column.name]);
  expect(ticketKeys.map((name) => [name, columnName(name)])).toEqual(columns);
  expect(getTableName(ticket)).toBe('ticket');
});
