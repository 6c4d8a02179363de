import type { Instant } from '../../../preload/contract/values.ts';
import { byLogOrder, voidedIds } from '../ticket/event-order.ts';
import type { EventOf, TicketEvent } from '../ticket/events.ts';
import { stands, step, withClocks } from '../ticket/fold.ts';
import { recordedAt } from '../ticket/log-clock.ts';
import { newTicket } from '../ticket/new-ticket.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Happened, ReplayContext } from './replay.ts';

/** When a desk learnt of it, and told whom it concerns. What the engine did in one look has one such instant. */
function learntAt(event: TicketEvent): Instant {
  return 'noticedAt' in event.body ? event.body.noticedAt : recordedAt(event.at);
}

/**
 * What was: a ticket as its log has it, up to an instant. `tell` hears what desks told when they told it.
 * @param log  all events of one ticket, in any order
 * @param context.config  the one in force, which knows every version that was ever published
 * @returns null where there is no creation by then, or it was undone
 */
export function recorded(log: readonly TicketEvent[], { config, untilAt, tell }: ReplayContext): TicketState | null {
  const voided = voidedIds(log);
  const events = log.filter((event) => event.occurredAt <= untilAt && stands(event, voided)).sort(byLogOrder);
  const created = events.find((event): event is EventOf<'ticket_created'> => event.kind === 'ticket_created');
  if (created === undefined) return null;
  let state = newTicket(created);
  let happened: Happened[] = [{ event: created, state }];
  let at = learntAt(created);
  for (const event of events) {
    if (event === created) continue;
    const nextAt = learntAt(event);
    if (nextAt !== at) {
      tell(at, happened);
      happened = [];
      at = nextAt;
    }
    state = step(state, event, config);
    happened.push({ event, state });
  }
  tell(at, happened);
  return withClocks(state, config);
}
