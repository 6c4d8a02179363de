import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { MessageState } from '../../../preload/contract/messages.ts';
import type { Channel, Instant, Language } from '../../../preload/contract/values.ts';

/** What a contact hears. Rule: product.md, Notifications. */
export const contactKinds = ['status_update', 'escalation_notice', 'thank_you', 'reply'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** What staff hear: each line of the inbox can also go out; the digest is for supervisors. */
export type StaffKind = NotificationItem['kind'] | 'digest';
export type MessageKind = ContactKind | StaffKind | 'test';

/**
 * What a text names, by placeholder: values as they were when it was decided. Not rendered and not escaped: a fallback is
 * another text with the same facts.
 */
export type Facts = Readonly<Record<string, string>>;

/** One way to reach somebody; `address`: E.164 for `whatsapp` and `sms`, an address of mail for `email`. */
export type Way = { channel: Channel; address: string };

export type Recipient =
  | { kind: 'contact'; name: string; language: Language; timezone: string }
  | { kind: 'user'; userId: string; name: string; language: Language; timezone: string };

/** What is decided of a message before it has any course. */
export type Wanted = {
  /** Event that it tells of; with recipient, channel and step it is sent once. */
  causeId: string;
  organizationId: string;
  ticketId: string | null;
  /** Tracking number; empty where it speaks of no ticket. */
  number: string;
  kind: MessageKind;
  recipient: Recipient;
  /** Tried in this order, at least one; by consent, never past an opt-out. */
  ways: readonly [Way, ...Way[]];
  /** Goes through quiet hours, is worth nothing after 30 min. */
  critical: boolean;
  facts: Facts;
  dueAt: Instant;
  expiresAt: Instant;
  /** News of how the ticket stands: unsent older news to the same person about it that says so too is replaced by this. */
  replaces: boolean;
};

/** A message on its course. All instants epoch ms UTC. */
export type Message = Wanted & {
  id: string;
  /** Place in `ways` of the way that this message takes. */
  step: number;
  /** Short, in every body and in the mail's Message-ID: what it is found by at the provider. */
  reference: string;
  state: MessageState;
  createdAt: Instant;
  /** Tries that were spent; being offline, 429 and quiet hours spend none. */
  tries: number;
  claimToken: string | null;
  leaseUntil: Instant | null;
  sendingAt: Instant | null;
  sentAt: Instant | null;
  finalAt: Instant | null;
  providerSid: string | null;
  /** Looks for it at the provider while it is unknown, or polls of its status once it is sent. */
  looks: number;
  /** Of the provider or the channel; what the error table knows it by. Null while nothing went wrong. */
  code: string | null;
  /** When somebody has to look at it again; null: never. */
  nextAt: Instant | null;
};
