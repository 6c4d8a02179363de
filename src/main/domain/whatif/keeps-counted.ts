import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';

/**
 * Whether what is planned by the clock alone is after an event what it was before, but for what the event itself records:
 * breaches, warnings and reminders are recorded when they are due, and are planned no more then.
 * The property test of a replay holds this too: what is kept too long shows there unless the fold lets it have no effect.
 */
export function keepsCounted(before: TicketState, after: TicketState): boolean {
  return (
    after.settled === before.settled &&
    after.stops === before.stops &&
    after.runs === before.runs &&
    after.cycle === before.cycle &&
    after.unanswered === before.unanswered &&
    after.policyVersionId === before.policyVersionId &&
    after.calendarVersionId === before.calendarVersionId &&
    after.matchedAt === before.matchedAt &&
    after.explanations === before.explanations &&
    after.sensitive === before.sensitive &&
    after.closesAt === before.closesAt &&
    isEnded(after.status) === isEnded(before.status)
  );
}
