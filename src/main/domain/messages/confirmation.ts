import type { Instant } from '../../../preload/contract/values.ts';
import { DAY_MS } from '../calendar/civil-time.ts';
import type { Config } from '../config/config.ts';
import type { MessageTerms } from '../config/messaging.ts';
import type { HumanEvent, Inbound } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { addressOn } from './addresses.ts';
import { messageTermsOf } from './message-terms.ts';

type StatusChange = Extract<HumanEvent, { kind: 'status_changed' }>;

/**
 * What follows from the contact's answer to “resolved, please confirm”, by nobody's hand: confirmed closes the ticket,
 * refused reopens it.
 * @returns null where the ticket does not wait for one, or that is no answer
 * Rule: product.md, Notifications.
 */
export function confirmationDecision(state: TicketState, { confirms }: Pick<Inbound, 'confirms'>): StatusChange | null {
  if (state.status !== 'resolved' || state.sensitive || confirms === null) return null;
  return confirms === 'yes'
    ? { kind: 'status_changed', body: { status: 'closed', reason: 'confirmed', disposition: null, thank: true } }
    : { kind: 'status_changed', body: { status: 'open', reason: 'refused', disposition: null } };
}

/** Whether there was a way to ask: somebody who was never told cannot be silent. */
function couldBeAsked({ contact }: TicketState, { contactChannels, country }: MessageTerms): boolean {
  return (contact.channels ?? contactChannels).some((channel) => addressOn(channel, contact, country) !== null);
}

/**
 * When a resolved ticket is closed because its contact kept silent: so many days of 24 hours after it was resolved.
 * @returns null where the organization wants none, the ticket does not wait for an answer, its contact wrote something that
 * a person has to read, or could not be asked
 * Rule: product.md, Notifications.
 */
export function silenceDueAt(state: TicketState, config: Config): Instant | null {
  const { status, resolvedAt, sensitive, unanswered, batchId, organizationId } = state;
  if (status !== 'resolved' || resolvedAt === null || sensitive || unanswered !== null || batchId !== null) return null;
  const terms = messageTermsOf(config.organization(organizationId));
  if (terms.silenceDays === null || !couldBeAsked(state, terms)) return null;
  return resolvedAt + terms.silenceDays * DAY_MS;
}
