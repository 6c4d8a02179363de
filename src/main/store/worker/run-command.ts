import type { Failure, Result } from '../../../preload/contract/result.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { nextLogAt } from '../../domain/ticket/log-clock.ts';
import { ChangeNotes } from '../commands/change-notes.ts';
import type { CommandContext, CommandName } from '../commands/command-map.ts';
import { commands } from '../commands/command-table.ts';
import type { Command, WriteContext } from '../commands/write-context.ts';
import { loadConfig } from '../config/config-table.ts';
import { idsFrom } from '../make-id.ts';
import { questionOf } from '../messages/question.ts';
import { nextInstantOf } from '../projection/planned.ts';
import type { Tables } from './open-tables.ts';
import { writeDesk, type DeskRow } from './desk-row.ts';
import type { StoreChange } from './protocol.ts';

/** Rows named in the change feed; above it a screen reads its list again. */
const MOST_NAMED = 200;

/** What the writer thread keeps between commands. */
export type WriterState = { tables: Tables; desk: DeskRow; config: ConfigSnapshot };

type Done = { result: Result<unknown>; change?: StoreChange; configVersion: number; changes?: number };

function contextOf(state: WriterState, desk: DeskRow, given: CommandContext): WriteContext {
  const { nowAt, actorId, isHeld = false } = given;
  const place = (): { at: number; deskId: string; v: 1 } => {
    desk.lastAt = nextLogAt(desk.lastAt, nowAt);
    return { at: desk.lastAt, deskId: desk.deskId, v: 1 };
  };
  return {
    ...state.tables,
    config: state.config,
    nowAt,
    isHeld,
    actorId,
    actor: actorId === null ? null : (state.config.user(actorId) ?? null),
    newId: idsFrom(nowAt, given.seed),
    place,
    stamp: (event) => ({ ...event, ...place() }),
    questionOf: (ticket) => questionOf({ ...state.tables, config: state.config }, ticket),
    nextNumber: () => {
      desk.numberCounter += 1;
      return `WK-${desk.deskCode}-${String(desk.numberCounter).padStart(6, '0')}`;
    },
    nextConfigVersion: () => {
      desk.configVersion += 1;
      return desk.configVersion;
    },
    change: new ChangeNotes(),
  };
}

function changeOf({ change, db, nowAt }: WriteContext): StoreChange | null {
  const { directory, notices, messages } = change;
  const { stretches, many } = change.told(MOST_NAMED);
  if (stretches.length === 0 && !directory && notices === 0 && messages === 0) return null;
  return { stretches, many, directory, nextAt: nextInstantOf(db, nowAt), notices, messages };
}

function isUnchanged(a: DeskRow, b: DeskRow): boolean {
  return a.lastAt === b.lastAt && a.numberCounter === b.numberCounter && a.configVersion === b.configVersion;
}

/**
 * Runs one command in one transaction. A failure takes everything back: rows, the log's clock, the numbers given.
 * @throws what SQLite or a bug throws, with everything taken back
 */
export function runCommand(state: WriterState, name: CommandName, input: unknown, given: CommandContext): Done {
  const { tables } = state;
  const { db, counters } = tables;
  const desk = { ...state.desk };
  const context = contextOf(state, desk, given);
  // The facade's types tie name and input together; across the thread only the name is left.
  const command = commands[name] as Command<CommandName>;
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = command(input as never, context);
    if (!result.ok) return giveUp(state, result);
    counters.flush();
    if (!isUnchanged(desk, state.desk)) writeDesk(db, desk);
    const change = changeOf(context);
    db.exec('COMMIT');
    state.desk = desk;
    if (context.change.directory) state.config = loadConfig(db);
    const changes = tables.statements.of<[], { n: number }>('SELECT total_changes() AS n').get()?.n ?? 0;
    return { result, configVersion: desk.configVersion, changes, ...(change === null ? {} : { change }) };
  } catch (error) {
    giveUp(state, null);
    throw error;
  }
}

function giveUp<F extends Failure | null>(
  { tables, desk }: WriterState,
  failed: F,
): { result: F; configVersion: number } {
  tables.counters.forget();
  // A full disk makes SQLite roll back by itself.
  if (tables.db.inTransaction) tables.db.exec('ROLLBACK');
  return { result: failed, configVersion: desk.configVersion };
}
