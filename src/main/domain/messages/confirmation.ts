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
    ? {
        kind: 'status_changed',
        body: { status: 'closed', reason: '', disposition: null, thank: true, why: 'confirmed' },
      }
    : { kind: 'status_changed', body: { status: 'open', reason: '', disposition: null, why: 'refused' } };
}

/** What became of “resolved, please confirm”: the first of it that left counts, `askedAt` epoch ms. */
export type Question = { kind: 'asked'; askedAt: Instant } | { kind: 'waiting' } | { kind: 'none' };

/** Whether there was a way to ask: somebody who was never told cannot be silent. */
function couldBeAsked({ contact }: TicketState, { contactChannels, country }: MessageTerms): boolean {
  return (contact.channels ?? contactChannels).some((channel) => addressOn(channel, contact, country) !== null);
}

/**
 * When a ticket that is resolved now is closed because its contact keeps silent: so many days of 24 hours later. Pinned by
 * the change of status itself, so that an organization which wants it from today on closes nothing that it never asked about.
 * @param state  as it is before
 * @returns null where the organization wants none, or there is no way to ask the contact
 * Rule: product.md, Notifications.
 */
export function silenceDueAt(state: TicketState, resolvedAt: Instant, config: Config): Instant | null {
  const terms = messageTermsOf(config.organization(state.organizationId));
  if (terms.silenceDays === null || state.sensitive || !couldBeAsked(state, terms)) return null;
  return resolvedAt + terms.silenceDays * DAY_MS;
}

/**
 * Until when the contact has time, looked at when the pinned instant has come: the organization's days count from when the
 * question left. One that still waits is looked at again as many days from now.
 * @param state  resolved, with a pinned instant
 * @returns null where nobody was asked: somebody who was never told cannot be silent
 */
export function silentUntil(
  { organizationId, closesAt }: TicketState,
  question: Question,
  nowAt: Instant,
  config: Config,
): Instant | null {
  const { silenceDays } = messageTermsOf(config.organization(organizationId));
  if (question.kind === 'none') return null;
  // The organization wants it no more: what it has asked for already stands, nothing new begins.
  if (silenceDays === null) return question.kind === 'asked' ? closesAt : null;
  const askedAt = question.kind === 'asked' ? question.askedAt : nowAt;
  return askedAt + silenceDays * DAY_MS;
}

/**
 * The question leaves once more, by somebody's hand, after it had reached nobody: the days of silence begin. Whether it was
 * really asked this time is looked at when they are over, see `silentUntil`.
 * @param question  what has become of it by then
 * @returns null where the ticket is not resolved or waits already, where it was asked after all or the contact has written
 * something that nobody has answered, and where the organization wants nothing closed by silence
 */
export function askedAgain(
  state: TicketState,
  question: Question,
  nowAt: Instant,
  config: Config,
): StatusChange | null {
  if (state.status !== 'resolved' || state.closesAt !== null || state.unanswered !== null) return null;
  const closesAt = question.kind === 'asked' ? null : silenceDueAt(state, nowAt, config);
  if (closesAt === null) return null;
  const body = { status: 'resolved', reason: '', disposition: null, why: 'asked_again', closesAt } as const;
  return { kind: 'status_changed', body };
}
