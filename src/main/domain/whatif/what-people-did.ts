import type { Instant } from '../../../preload/contract/values.ts';
import { byLogOrder, voidedIds } from '../ticket/event-order.ts';
import type { EngineEvent, EventKind, EventOf, TicketEvent } from '../ticket/events.ts';

/** What the engine derives. An escalation by hand is a person's doing in the form of one of these. */
const derived: Readonly<Record<EngineEvent['kind'], true>> = {
  policy_matched: true,
  warned: true,
  reminded: true,
  breached: true,
  escalated: true,
  escalation_skipped: true,
  explanation_reminded: true,
  explanation_escalated: true,
};

/** What follows from nobody's doing: a contact's answer is somebody's. */
const silent: ReadonlySet<string | undefined> = new Set(['silence', 'asked_late', 'not_asked', 'asked_again']);

function isPeoples(event: TicketEvent): boolean {
  if (event.kind === 'escalated') return event.body.ruleVersionId === null;
  if (event.kind === 'status_changed') return !silent.has(event.body.why);
  return event.kind !== 'voided' && !Object.hasOwn(derived, event.kind satisfies EventKind);
}

/** The creation without the import's word that lateness before it is history: in a replay the rules were always there. */
function alwaysHeld(created: EventOf<'ticket_created'>): EventOf<'ticket_created'> {
  return created.body.historyUntil === null ? created : { ...created, body: { ...created.body, historyUntil: null } };
}

/** An ending of unknown date happened no later than what was recorded after it; its place in the log says more than its time. */
function isInOrder(events: readonly TicketEvent[]): boolean {
  return events.every((event, n) => n === 0 || (events[n - 1]?.occurredAt ?? 0) <= event.occurredAt);
}

/**
 * What people did to a ticket, in the order in which it happened: all that a replay keeps.
 * @param log  all events of one ticket, in any order
 * @param untilAt  what happened later is left out
 * @returns the creation first; empty where it is not there, was undone, or happened later
 */
export function whatPeopleDid(log: readonly TicketEvent[], untilAt: Instant): readonly TicketEvent[] {
  const voided = voidedIds(log);
  const did = log.filter((event) => isPeoples(event) && event.occurredAt <= untilAt && !voided.has(event.id));
  const sorted = did.sort(byLogOrder);
  const created = sorted.find((event) => event.kind === 'ticket_created');
  if (created === undefined) return [];
  const rest = sorted.filter((event) => event.kind !== 'ticket_created');
  if (!isInOrder(rest)) rest.sort((a, b) => a.occurredAt - b.occurredAt || byLogOrder(a, b));
  return [alwaysHeld(created), ...rest];
}
