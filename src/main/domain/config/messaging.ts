import type { ReaderSettingsValue, ChannelSettings } from '../../../preload/contract/messages.ts';
import type { TemplateKey } from '../../../preload/contract/template-keys.ts';
import type { Channel, Instant, Language } from '../../../preload/contract/values.ts';

/** Local times `HH:MM`; `from` after `until` runs over midnight, equal means never quiet. */
export type QuietHours = { from: string; until: string };

/** How an organization's messages go. What an organization leaves out has the product's default. */
export type MessageTerms = {
  /** Tried in this order; a contact's own order comes first. */
  contactChannels: readonly Channel[];
  quietHours: QuietHours;
  /** After each failed try, in seconds; as many retries as there are. Seed A: 60, 120, 240. */
  retrySeconds: readonly number[];
  /** Outward messages wait this long, so that they can be undone. */
  holdSeconds: number;
  criticalExpiryMinutes: number;
  normalExpiryMinutes: number;
  /** Staff mails that come within this time go in one. */
  bundleMinutes: number;
  /** Days without an answer after which a resolved ticket is closed; null: never by itself. */
  silenceDays: number | null;
  /** Local time of the supervisors' digest; null: none. */
  digestAt: string | null;
  /** ISO 3166 code by which a number without a country is read. */
  country: string;
  /** Of one SMS segment or one WhatsApp message, for the preview; null: not told. */
  price: { currency: string; sms: number; whatsapp: number } | null;
  /** Everything takes its course but the last step: nothing leaves. */
  dryRun: boolean;
};

/** Text of a kind of message, in one language for one channel, instead of the product's own. Never changed: published anew. */
export type TemplateVersion = {
  /** Id of the event that published it. */
  id: string;
  /** The same through all versions: one per organization, key, language and channel. */
  templateId: string;
  organizationId: string;
  key: TemplateKey;
  language: Language;
  channel: Channel;
  active: boolean;
  /** Mail only; null elsewhere. */
  subject: string | null;
  /** With `{{placeholders}}`, exactly the set that the key declares. */
  body: string;
  publishedAt: Instant;
};

/** What a channel of an organization needs beside its secrets, which no event ever holds. `id`: derived from both. */
export type ChannelConfig = { id: string; organizationId: string; settings: ChannelSettings };

export type ReaderSettings = ReaderSettingsValue & { /** The user's. */ id: string };

/**
 * What is known of an address; an event of the log (`address_marked`), but no configuration: there may be as many as contacts. `opted_out`: by word of its owner; `not_on_channel`, `bad_address`: the provider says so;
 * `allowed`: taken back. The newest counts. `id`: derived from organization, channel and address.
 */
export type AddressMark = {
  id: string;
  organizationId: string;
  channel: Channel;
  address: string;
  mark: 'opted_out' | 'not_on_channel' | 'bad_address' | 'allowed';
  markedAt: Instant;
};

/** `address` as `Way` has it. */
export type AddressMarks = {
  of(organizationId: string, channel: Channel, address: string): AddressMark['mark'] | undefined;
};
