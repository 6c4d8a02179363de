import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { noticesOf, type Notice } from '../messages/notices.ts';
import type { Engine } from '../sla/engine.ts';
import { nextOf, plan, type Plan } from '../sla/planner.ts';
import { owed } from '../sla/work-off.ts';
import { engineEventId, type EngineEventId } from './engine-ids.ts';
import type { NewEvent, TicketEvent } from './events.ts';
import { foldNewest, foldTicket } from './fold.ts';
import { policyMatchFor } from './policy-matched.ts';
import type { TicketState } from './state.ts';

/** Gives an event its place in the log: `at`, `deskId` and `v`. */
export type Stamp = (event: NewEvent) => TicketEvent;

/** One ticket's step: what is appended, and what the rows become. */
export type Transaction = {
  /** Null when the ticket's creation was undone: its row goes, its events stay. */
  state: TicketState | null;
  added: readonly TicketEvent[];
  nextAt: Instant | null;
  awaitingTarget: boolean;
  notices: readonly Notice[];
};

export type TransactContext = {
  /** Epoch ms. */
  nowAt: Instant;
  config: Config;
  stamp: Stamp;
  /** For replays that are thrown away: ids without a hash. */
  engineId?: EngineEventId;
};

/**
 * Everything that follows from what a person decided, or from the time that it is now.
 * Each decided event first finds worked off what fell due before it happened: within one instant people come first.
 * @param log  the ticket's events so far, in any order; empty for a new ticket
 * @param decided  in the order of `occurredAt`; empty to work off what is due
 * Rule: product.md, SLA 11.
 */
export function transact(
  log: readonly TicketEvent[],
  decided: readonly NewEvent[],
  { nowAt, config, stamp, engineId = engineEventId }: TransactContext,
): Transaction {
  const engine: Engine = { nowAt, config, engineId };
  const added: TicketEvent[] = [];
  const happened: { event: TicketEvent; state: TicketState }[] = [];
  const known = new Set(log.map(({ id }) => id));
  let state = foldTicket(log, config);
  let planned: Plan | null = null;

  const append = (event: NewEvent): void => {
    const stamped = stamp(event);
    added.push(stamped);
    known.add(event.id);
    planned = null;
    // An undo changes what came before, so all is folded again; anything else only adds to the state.
    state =
      state === null || stamped.kind === 'voided'
        ? foldTicket([...log, ...added], config)
        : foldNewest(state, stamped, config);
    if (state !== null) happened.push({ event: stamped, state });
  };
  const workOff = (isDue: (at: Instant) => boolean): void => {
    while (state !== null) {
      planned ??= plan(state, config);
      const events = owed(state, planned, isDue, (id) => known.has(id), engine);
      if (events.length === 0) return;
      events.forEach(append);
    }
  };

  for (const event of decided) {
    workOff((at) => at < event.occurredAt);
    append(event);
    const matched = state === null ? null : policyMatchFor(event, state, config, engineId);
    if (matched !== null) append(matched);
  }
  workOff((at) => at <= nowAt);

  const next =
    state === null
      ? { nextAt: null, awaitingTarget: false }
      : nextOf(planned ?? plan(state, config), state, config, nowAt);
  return { state, added, ...next, notices: noticesOf(happened, config) };
}
