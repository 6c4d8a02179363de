import { success } from '../../../preload/contract/result.ts';
import { transact } from '../../domain/ticket/transact.ts';
import { recordTransaction } from '../projection/record-transaction.ts';
import { askToPlanAgain, AWAITING, nextInstantOf, toPlanAgain } from '../projection/planned.ts';
import type { Act } from './command-map.ts';
import type { Command, WriteContext } from './write-context.ts';

/** @returns what was done */
function workOffTicket(context: WriteContext, ticketId: string): Act[] {
  const { config, nowAt, stamp } = context;
  const log = context.log.ofTicket(ticketId);
  const before = context.tickets.byId(ticketId);
  if (before === null) return [];
  const transaction = transact(log, [], { nowAt, config, stamp });
  recordTransaction(context, { log, before, transaction, organizationId: before.organizationId });
  return transaction.added.map((event) => ({ number: before.number, event }));
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
function workOffAll(context: WriteContext, ticketIds: ReadonlySet<string>): Worked {
  const together = guarded(context, () => [...ticketIds].flatMap((ticketId) => workOffTicket(context, ticketId)));
  if (!(together instanceof Error)) return { acts: together, failures: [] };

  const worked: Worked = { acts: [], failures: [] };
  for (const ticketId of ticketIds) {
    const acts = guarded(context, () => workOffTicket(context, ticketId));
    if (!(acts instanceof Error)) worked.acts.push(...acts);
    else {
      worked.failures.push(`${acts.name}: ${acts.message}`.slice(0, 300));
      context.tickets.setAside(ticketId, context.nowAt + SET_ASIDE_MS);
    }
  }
  return worked;
}

/**
 * What is due, oldest first: a crash midway must not starve early breaches. What only has to be planned again comes
 * after, with the room that is left.
 */
export const workOff: Command<'work-off'> = ({ limit, awaiting, telling = false }, context) => {
  const { db, nowAt } = context;
  if (awaiting) askToPlanAgain(db, AWAITING);
  const due = db
    .prepare<[number, number], string>('SELECT id FROM ticket WHERE next_at <= ? ORDER BY next_at LIMIT ?')
    .pluck()
    .all(nowAt, limit);
  const again = due.length < limit ? toPlanAgain(db, limit - due.length) : [];
  const tickets = new Set([...due, ...again]);
  const { acts, failures } = workOffAll(context, tickets);
  const nextAt = nextInstantOf(db, nowAt);
  const more = nextAt !== null && nextAt <= nowAt;
  return success({ worked: tickets.size, added: acts.length, more, nextAt, failures, acts: telling ? acts : [] });
};
