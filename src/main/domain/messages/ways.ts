import type { Channel } from '../../../preload/contract/values.ts';
import type { Config, User } from '../config/config.ts';
import type { AddressMarks, MessageTerms, ReaderSettings } from '../config/messaging.ts';
import { addressOn } from './addresses.ts';
import type { StaffKind, Way } from './message.ts';
import { messageTermsOf } from './message-terms.ts';

/** Where a reader chose nothing. */
const defaultWays: readonly Channel[] = ['email'];

/** How messages of an organization go, and by which clock. */
export type Place = {
  organizationId: string;
  terms: MessageTerms;
  timezone: string;
};

export function placeOf(organizationId: string, config: Config): Place {
  const organization = config.organization(organizationId);
  return {
    organizationId,
    terms: messageTermsOf(organization),
    timezone: organization?.timezone ?? 'UTC',
  };
}

/** What a contact left, and the channels that they named themselves, if they did. */
type ContactWays = { phone: string; email: string; channels?: readonly Channel[] | undefined };

/**
 * Channels on which a contact may be told, in order. The organization's order is a chain in which each stands in for the one
 * before: it ends where somebody said stop. What a contact named themselves they want for its own sake.
 * Rule: notifications.md, Outbox: by the contact's consent, never past an opt-out.
 */
export function agreedChannels(
  contact: ContactWays,
  { organizationId, terms }: Place,
  marks: AddressMarks,
): readonly Channel[] {
  if (contact.channels !== undefined) return contact.channels;
  const stoppedAt = terms.contactChannels.findIndex((channel) => {
    const address = addressOn(channel, contact, terms.country);
    return address !== null && marks.of(organizationId, channel, address) === 'opted_out';
  });
  return stoppedAt < 0 ? terms.contactChannels : terms.contactChannels.slice(0, stoppedAt + 1);
}

/** Those of `order` on which somebody can be reached and may be. */
export function waysOf(
  order: readonly Channel[],
  who: { phone: string; email: string },
  { organizationId, terms }: Place,
  marks: AddressMarks,
): Way[] {
  return [...new Set(order)].flatMap((channel) => {
    const address = addressOn(channel, who, terms.country);
    if (address === null) return [];
    const mark = marks.of(organizationId, channel, address);
    return mark === undefined || mark === 'allowed' ? [{ channel, address }] : [];
  });
}

/** Channels on which a reader wants a kind of news. */
export function chosenBy(settings: ReaderSettings, kind: StaffKind): Channel[] {
  return (settings.ways[kind] ?? defaultWays).filter((way) => way !== 'desktop');
}

/** Ways on which a reader wants a kind of news, and their settings; none where they left no address. */
export function readerWays(
  user: User,
  kind: StaffKind,
  place: Place,
  config: Config,
  marks: AddressMarks,
): { ways: readonly Way[]; settings: ReaderSettings } | null {
  const settings = config.readerSettings(user.id);
  if (settings === undefined) return null;
  return { ways: waysOf(chosenBy(settings, kind), settings, place, marks), settings };
}
