import type { Config } from '../config/config.ts';
import { byLogOrder, voidedIds } from '../ticket/event-order.ts';
import type { EventKind, EventOf, TicketEvent } from '../ticket/events.ts';
import { stands, step as folded } from '../ticket/fold.ts';
import { newTicket } from '../ticket/new-ticket.ts';
import type { TicketState } from '../ticket/state.ts';

/**
 * One event that stands, with the ticket before and after it. Their `clocks` are not reckoned, which is what costs: ask
 * `clockOf` for the one that matters.
 */
export type Step<K extends EventKind = EventKind> = { event: EventOf<K>; before: TicketState; after: TicketState };

/**
 * A ticket's life in the order of the fold, without what was undone.
 * @returns nothing while the event that creates it has not arrived
 */
export function historyOf(log: readonly TicketEvent[], config: Config): readonly Step[] {
  const voided = voidedIds(log);
  const events = log.filter((event) => stands(event, voided)).sort(byLogOrder);
  const created = events.find((event): event is EventOf<'ticket_created'> => event.kind === 'ticket_created');
  if (created === undefined) return [];
  let state = newTicket(created);
  const steps: Step[] = [{ event: created, before: state, after: state }];
  for (const event of events) {
    if (event === created || event.kind === 'voided') continue;
    const before = state;
    state = folded(state, event, config);
    steps.push({ event, before, after: state });
  }
  return steps;
}

/** Whether the event did anything: what is overtaken stands in the log and changes nothing. */
export function hasEffect({ before, after }: Step): boolean {
  return after.overtaken.length === before.overtaken.length;
}

/** @returns the last step of a kind that had its effect */
export function lastOf<K extends EventKind>(
  steps: readonly Step[],
  kind: K,
  fits: (step: Step<K>) => boolean = () => true,
): Step<K> | undefined {
  const isOfKind = (step: Step): step is Step & Step<K> => step.event.kind === kind;
  return steps.findLast((step): step is Step & Step<K> => isOfKind(step) && hasEffect(step) && fits(step));
}
