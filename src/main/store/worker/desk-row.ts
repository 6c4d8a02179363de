import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { idsFrom } from '../make-id.ts';
import type { WorkerStart } from './protocol.ts';

export type DeskRow = {
  deskId: string;
  deskCode: string;
  lastAt: number;
  numberCounter: number;
  configVersion: number;
};

/** No vowels, nothing that is read as something else: people say these over the phone. */
const CODE_LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

function codeFrom(seed: string): string {
  const digest = createHash('sha256').update(`desk code ${seed}`).digest();
  return [...digest.subarray(0, 4)].map((byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length)).join('');
}

function readDesk(db: Database.Database): DeskRow | undefined {
  return db
    .prepare<[], DeskRow>(
      `SELECT desk_id AS deskId, desk_code AS deskCode, last_at AS lastAt, number_counter AS numberCounter,
         config_version AS configVersion FROM desk WHERE id = 1`,
    )
    .get();
}

/** This installation, made at the first start of a store. */
export function deskOf(db: Database.Database, { nowAt, seed }: WorkerStart): DeskRow {
  const known = readDesk(db);
  if (known !== undefined) return known;
  const made: DeskRow = {
    deskId: idsFrom(nowAt, seed)(),
    deskCode: codeFrom(seed),
    lastAt: 0,
    numberCounter: 0,
    configVersion: 1,
  };
  db.prepare(
    'INSERT INTO desk (id, desk_id, desk_code, last_at, number_counter, config_version) VALUES (1, ?, ?, 0, 0, 1)',
  ).run(made.deskId, made.deskCode);
  return made;
}

export function writeDesk(db: Database.Database, desk: DeskRow): void {
  db.prepare('UPDATE desk SET last_at = ?, number_counter = ?, config_version = ? WHERE id = 1').run(
    desk.lastAt,
    desk.numberCounter,
    desk.configVersion,
  );
}
