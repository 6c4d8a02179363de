import type { Channel, Instant } from '../../../preload/contract/values.ts';
import { channels } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { AddressMarks } from '../config/messaging.ts';
import { contactNewsOf, statusNews, type ContactNews, type Happened } from './contact-news.ts';
import type { Facts, StaffKind, Wanted, Way } from './message.ts';
import { hearingsOf, type Hearing } from './notices.ts';
import { audibleAt } from './quiet-hours.ts';
import { staffFacts } from './staff-facts.ts';
import type { TicketState } from '../ticket/state.ts';
import { agreedChannels, placeOf, readerWays, waysOf, type Place } from './ways.ts';

const MINUTE_MS = 60_000;

/** What cannot wait for the morning, and is worth nothing half an hour later. */
const critical: ReadonlySet<StaffKind> = new Set(['breach', 'escalation']);

type Marked = { marks: AddressMarks; nowAt: Instant };

/** Nobody is told of a pause unless the organization wrote a text for it, in whatever language, for that channel. */
function writtenFor(status: string, place: Place, config: Config): ReadonlySet<Channel> {
  if (status !== 'pending') return new Set(channels);
  const own = config
    .currentTemplates(place.organizationId)
    .filter(({ key, active }) => active && key === 'status_update.pending');
  return new Set(own.map(({ channel }) => channel));
}

/**
 * What the organization has not set up is passed over, so that news do not lie there while another way is open. Where none
 * is set up all of them stay: the message waits, and is shown as held.
 */
function openWays(ways: readonly Way[], organizationId: string, config: Config): readonly Way[] {
  const open = ways.filter(({ channel }) => config.channel(organizationId, channel) !== undefined);
  return open.length > 0 ? open : ways;
}

/** Ways on which a ticket's contact can be told of something as it stands now, the first to be tried first. */
export function contactWays(
  { organizationId, contact }: Pick<TicketState, 'organizationId' | 'contact'>,
  facts: Facts,
  config: Config,
  marks: AddressMarks,
): readonly Way[] {
  const place = placeOf(organizationId, config);
  const written = writtenFor(facts['status'] ?? '', place, config);
  const order = agreedChannels(contact, place, marks).filter((channel) => written.has(channel));
  return openWays(waysOf(order, contact, place, marks), organizationId, config);
}

/** @returns null where the contact can be reached in no way */
export function toContact(
  { kind, facts, event, state }: ContactNews,
  config: Config,
  { marks, nowAt }: Marked,
): Wanted | null {
  const place = placeOf(state.organizationId, config);
  const { contact } = state;
  const [first, ...others] = contactWays(state, facts, config, marks);
  if (first === undefined) return null;
  const { timezone } = place;
  const dueAt = audibleAt(nowAt + place.terms.holdSeconds * 1000, place.terms.quietHours, timezone);
  return {
    causeId: event.id,
    organizationId: state.organizationId,
    ticketId: state.id,
    number: state.number,
    kind,
    recipient: { kind: 'contact', name: contact.name, language: contact.language, timezone },
    ways: [first, ...others],
    critical: false,
    facts,
    dueAt,
    expiresAt: dueAt + place.terms.normalExpiryMinutes * MINUTE_MS,
    replaces: statusNews.has(kind),
  };
}

/**
 * What may be said of a sensitive ticket is no text that WhatsApp has approved, and it takes another only from whom it heard
 * today: it goes on by what else the reader is reached by, unless they get it there anyway.
 */
function spareWays(
  reader: NonNullable<ReturnType<typeof readerWays>>,
  way: Way,
  place: Place,
  marks: AddressMarks,
): Way[] {
  if (way.channel !== 'whatsapp') return [];
  const chosen = new Set(reader.ways.map(({ channel }) => channel));
  const others = channels.filter((channel) => !chosen.has(channel));
  return waysOf(others, reader.settings, place, marks);
}

/** One for each way that the reader chose: unlike a contact's they do not stand in for each other. */
function toReader(hearing: Hearing, isSensitive: boolean, config: Config, { marks, nowAt }: Marked): Wanted[] {
  const { user, kind, event, state } = hearing;
  const place = placeOf(state.organizationId, config);
  const { terms, timezone } = place;
  const reader = readerWays(user, kind, place, config, marks);
  if (reader === null) return [];
  const { settings } = reader;
  const isCritical = critical.has(kind);
  return reader.ways.map((way) => {
    const bundleMs = way.channel === 'email' ? terms.bundleMinutes * MINUTE_MS : 0;
    const dueAt = isCritical ? nowAt : audibleAt(nowAt + bundleMs, settings.quietHours ?? terms.quietHours, timezone);
    const facts = staffFacts(hearing, isSensitive);
    const spare = facts['restricted'] === undefined ? [] : spareWays(reader, way, place, marks);
    const lastsMinutes = isCritical ? terms.criticalExpiryMinutes : terms.normalExpiryMinutes;
    return {
      causeId: event.id,
      organizationId: state.organizationId,
      ticketId: state.id,
      number: state.number,
      kind,
      recipient: { kind: 'user', userId: user.id, name: user.displayName, language: user.language, timezone },
      ways: [way, ...spare.filter(({ channel }) => config.channel(state.organizationId, channel) !== undefined)],
      critical: isCritical,
      facts,
      dueAt,
      expiresAt: dueAt + lastsMinutes * MINUTE_MS,
      replaces: false,
    };
  });
}

/**
 * Who is to hear outside the desk's window of what just happened to a ticket. Somebody who can be reached in no way is
 * left out; staff have it in their inbox all the same.
 * @param happened  of one ticket, in the order in which it happened (`TicketRun.happened`)
 * @param nowAt  epoch ms, when a desk noticed
 * @returns nothing of it is rendered, and no two tell the same recipient the same on the same channel
 * Rule: product.md, Notifications; notifications.md, Outbox.
 */
export function wantedOf(
  happened: readonly Happened[],
  config: Config,
  marks: AddressMarks,
  nowAt: Instant,
): readonly Wanted[] {
  const marked = { marks, nowAt };
  const contact = contactNewsOf(happened, nowAt).flatMap((news) => toContact(news, config, marked) ?? []);
  const isSensitive = happened.at(-1)?.state.sensitive ?? false;
  const staff = hearingsOf(happened, config).flatMap((hearing) => toReader(hearing, isSensitive, config, marked));
  return [...contact, ...staff];
}
