import type { Config } from '../config/config.ts';
import type { EventKind, EventOf } from './events.ts';
import type { TicketState } from './state.ts';

/** What an event makes of a ticket; `overtaken` when it has no effect on what the ticket has become. */
export type FoldStep<K extends EventKind = EventKind> = (
  state: TicketState,
  event: EventOf<K>,
  config: Config,
) => TicketState | 'overtaken';

/**
 * A reply, note, change of status or assignment by a person; the engine's own are none.
 * Desks' clocks differ, so a later event may have happened earlier. Rule: product.md, Escalation 2.
 */
export function acted(state: TicketState, event: { actorId: string | null; occurredAt: number }): TicketState {
  if (event.actorId === null) return state;
  return { ...state, lastActionAt: Math.max(event.occurredAt, state.lastActionAt ?? event.occurredAt) };
}
