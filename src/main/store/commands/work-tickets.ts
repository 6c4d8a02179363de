import { reapplied, type ReapplyWord } from '../../domain/publishing/reapplied.ts';
import type { TicketEvent } from '../../domain/ticket/events.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { transact } from '../../domain/ticket/transact.ts';
import { recordTransaction } from '../projection/record-transaction.ts';
import type { TicketRow } from '../schema/ticket.ts';
import type { Act } from './command-map.ts';
import type { WriteContext } from './write-context.ts';

/** Tickets to look at: by id, the word that today's policies are to count for it, or null. */
export type Work = ReadonlyMap<string, ReapplyWord | null>;

/** @returns what was done */
function workOffTicket(
  context: WriteContext,
  log: readonly TicketEvent[],
  before: TicketRow,
  word: ReapplyWord | null,
): Act[] {
  const { config, nowAt, stamp, questionOf } = context;
  const state = word === null ? null : foldTicket(log, config);
  const asked = state === null || word === null ? null : reapplied(state, config, word, nowAt);
  // Another desk that carries out the same order may have been here first.
  const isNew = asked !== null && !log.some(({ id }) => id === asked.id);
  const transaction = transact(log, isNew ? [asked] : [], { nowAt, config, stamp, questionOf });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
  const number = transaction.state?.sensitive === true ? '' : before.number;
  return transaction.added.map((event) => ({ number, event }));
}

/** What works off one touches no other, so all of them are read before the first. */
function workOffSome(context: WriteContext, work: Work): Act[] {
  const ids = [...work.keys()];
  const rows = context.tickets.byIds(ids);
  const logs = context.log.ofTickets(ids);
  const acts: Act[] = [];
  for (const [id, word] of work) {
    const before = rows.get(id);
    if (before !== undefined) acts.push(...workOffTicket(context, logs.get(id) ?? [], before, word));
  }
  return acts;
}

type Worked = { acts: Act[]; failures: string[] };

/** A ticket that no release so far can fold is looked at again this much later: one must not stop the engine for all. */
const SET_ASIDE_MS = 15 * 60_000;

/** Undoes what `run` did where it throws. A full disk has ended the whole transaction by then: that is not one ticket's fault. */
function guarded(context: WriteContext, run: () => Act[]): Act[] | Error {
  const { db, counters } = context;
  db.exec('SAVEPOINT step');
  try {
    const acts = run();
    counters.flush();
    db.exec('RELEASE step');
    return acts;
  } catch (error) {
    counters.forget();
    if (!db.inTransaction || !(error instanceof Error)) throw error;
    db.exec('ROLLBACK TO step');
    db.exec('RELEASE step');
    return error;
  }
}

/** All in one step, as it nearly always goes; where that fails, each by itself, to find the one that is to blame. */
export function workOffAll(context: WriteContext, work: Work): Worked {
  const together = guarded(context, () => workOffSome(context, work));
  if (!(together instanceof Error)) return { acts: together, failures: [] };

  const worked: Worked = { acts: [], failures: [] };
  for (const [ticketId, word] of work) {
    const acts = guarded(context, () => workOffSome(context, new Map([[ticketId, word]])));
    if (!(acts instanceof Error)) worked.acts.push(...acts);
    else {
      worked.failures.push(`${acts.name}: ${acts.message}`.slice(0, 300));
      context.tickets.setAside(ticketId, context.nowAt + SET_ASIDE_MS);
    }
  }
  return worked;
}
