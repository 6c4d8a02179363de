import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';

/**
 * Whether something may be due earlier after a change than it was before. What else a change does (an answer, an action, an
 * end, a warning given) takes planned instants away and adds none, so the plan from before it still is a bound.
 * A property test holds a replay that trusts this against a desk that plans after every event.
 */
export function mayHasten(before: TicketState, after: TicketState): boolean {
  if (after.unanswered !== null && after.unanswered !== before.unanswered) return true;
  if (isEnded(before.status) && !isEnded(after.status)) return true;
  // Field by field and not by a list of names: a replay asks for every event of every ticket.
  return (
    after.cycle !== before.cycle ||
    after.policyVersionId !== before.policyVersionId ||
    after.calendarVersionId !== before.calendarVersionId ||
    after.matchedAt !== before.matchedAt ||
    after.stops !== before.stops ||
    after.runs !== before.runs ||
    after.closesAt !== before.closesAt ||
    after.breaches !== before.breaches ||
    after.reminders !== before.reminders ||
    after.explanations !== before.explanations ||
    after.escalation !== before.escalation ||
    after.disposition !== before.disposition ||
    after.organizationId !== before.organizationId ||
    after.kind !== before.kind ||
    after.category !== before.category ||
    after.severity !== before.severity ||
    after.priority !== before.priority
  );
}
