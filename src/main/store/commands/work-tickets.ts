import { reapplied } from '../../domain/publishing/reapplied.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { transact } from '../../domain/ticket/transact.ts';
import { recordTransaction } from '../projection/record-transaction.ts';
import type { Act } from './command-map.ts';
import type { WriteContext } from './write-context.ts';

/** Tickets to look at: by id, who asked that today's policies count for it, or null. */
export type Work = ReadonlyMap<string, string | null>;

/** @returns what was done */
function workOffTicket(context: WriteContext, ticketId: string, reapplyFor: string | null): Act[] {
  const { config, nowAt, stamp, newId } = context;
  const log = context.log.ofTicket(ticketId);
  const before = context.tickets.byId(ticketId);
  if (before === null) return [];
  const state = reapplyFor === null ? null : foldTicket(log, config);
  const asked =
    state === null || reapplyFor === null ? null : reapplied(state, config, { actorId: reapplyFor, newId, nowAt });
  const transaction = transact(log, asked === null ? [] : [asked], { nowAt, config, stamp });
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
export function workOffAll(context: WriteContext, work: Work): Worked {
  const together = guarded(context, () =>
    [...work].flatMap(([id, reapplyFor]) => workOffTicket(context, id, reapplyFor)),
  );
  if (!(together instanceof Error)) return { acts: together, failures: [] };

  const worked: Worked = { acts: [], failures: [] };
  for (const [ticketId, reapplyFor] of work) {
    const acts = guarded(context, () => workOffTicket(context, ticketId, reapplyFor));
    if (!(acts instanceof Error)) worked.acts.push(...acts);
    else {
      worked.failures.push(`${acts.name}: ${acts.message}`.slice(0, 300));
      context.tickets.setAside(ticketId, context.nowAt + SET_ASIDE_MS);
    }
  }
  return worked;
}
