import type { Config } from '../config/config.ts';
import { clockOf } from '../sla/clocks.ts';
import { byLogOrder, voidedIds } from './event-order.ts';
import type { EventOf, TicketEvent } from './events.ts';
import type { FoldStep } from './fold-step.ts';
import { foldSteps } from './fold-steps.ts';
import { newTicket } from './new-ticket.ts';
import { withChanges } from './speaks-since.ts';
import type { TicketState } from './state.ts';

/** A policy that was matched because of something undone is undone with it. */
export function stands(event: TicketEvent, voided: ReadonlySet<string>): boolean {
  return !voided.has(event.id) && !(event.kind === 'policy_matched' && voided.has(event.body.causeId));
}

/** One event folded in, its clocks left as they were: no step reads them, and reckoning them is what costs. */
export function step(state: TicketState, event: TicketEvent, config: Config): TicketState {
  // An unknown kind comes from a newer release: kept, shown as such, without effect here.
  const apply = foldSteps[event.kind] as FoldStep | undefined;
  const next = apply?.(state, event, config);
  const version = state.version + 1;
  if (next === undefined) return { ...state, version };
  if (next === 'overtaken') return { ...state, version, overtaken: [...state.overtaken, event.id] };
  // What a step has just made is nobody else's yet, and one more copy of it per event was felt.
  const folded = next === state ? { ...state } : next;
  folded.version = version;
  folded.changedAt = withChanges(state.changedAt, state, folded, event.occurredAt);
  folded.updatedAt = Math.max(state.updatedAt, event.occurredAt);
  return folded;
}

export function withClocks(state: TicketState, config: Config): TicketState {
  return {
    ...state,
    clocks: {
      response: clockOf('response', state, config),
      next_response: clockOf('next_response', state, config),
      resolution: clockOf('resolution', state, config),
    },
  };
}

/**
 * A ticket as its events make it.
 * @param events  all events of one ticket, in any order
 * @returns null while the event that creates it has not arrived, or when that was undone
 * Rule: architecture.md, Events and merging: any order of arrival gives the same state.
 */
export function foldTicket(events: readonly TicketEvent[], config: Config): TicketState | null {
  const voided = voidedIds(events);
  const sorted = events.filter((event) => stands(event, voided)).sort(byLogOrder);
  const created = sorted.find((event): event is EventOf<'ticket_created'> => event.kind === 'ticket_created');
  if (created === undefined) return null;
  const state = sorted.reduce(
    (folded, event) => (event === created ? folded : step(folded, event, config)),
    newTicket(created),
  );
  return withClocks(state, config);
}

/**
 * The state after one more event that is newer than all that were folded; equal to folding all of them again.
 * An undo changes what came before, so it cannot be folded this way.
 */
export function foldNewest(
  state: TicketState,
  event: Exclude<TicketEvent, EventOf<'voided'>>,
  config: Config,
): TicketState {
  return withClocks(step(state, event, config), config);
}
