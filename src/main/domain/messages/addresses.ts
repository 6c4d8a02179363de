import { isSupportedCountry, parsePhoneNumberFromString, type NumberType } from 'libphonenumber-js/max';
import type { Channel } from '../../../preload/contract/values.ts';

/** What no text message reaches. A number whose country does not tell lines from mobiles apart has none of these. */
const deafLines: ReadonlySet<NumberType> = new Set([
  'FIXED_LINE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOICEMAIL',
  'UAN',
  'PAGER',
]);

type Phone = { text: string; country: string; number: string | null; isDeaf: boolean };

/** Both channels ask about the same number one after the other, and reading one is what costs. */
let last: Phone = { text: '', country: '', number: null, isDeaf: false };

function readPhone(text: string, country: string): Phone {
  const known = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const phone = parsePhoneNumberFromString(text, { ...known, extract: false });
  if (phone === undefined || !phone.isValid()) return { text, country, number: null, isDeaf: false };
  return { text, country, number: phone.number, isDeaf: deafLines.has(phone.getType()) };
}

/** @param code  ISO 3166 */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}

/**
 * @param country  ISO 3166 code by which a number without a country is read
 * @returns in E.164; null for what is no number, or none that takes this channel's messages
 */
function phoneOn(channel: 'whatsapp' | 'sms', text: string, country: string): string | null {
  if (last.text !== text || last.country !== country) last = readPhone(text, country);
  // WhatsApp is used on lines too.
  return channel === 'sms' && last.isDeaf ? null : last.number;
}

/** Stricter than the standard: quoted names, comments and lists are not for addresses that people type. */
const mail =
  /^(?<name>[^\s@,;:<>()[\]"\\\p{C}]{1,64})@(?<domain>(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*)$/u;
const MAIL_AT_MOST = 254;

/** @returns with its domain in small letters; null for what no mail reaches */
export function mailAddress(text: string): string | null {
  const trimmed = text.trim();
  const parts = trimmed.length > MAIL_AT_MOST ? undefined : mail.exec(trimmed)?.groups;
  return parts === undefined ? null : `${parts['name']}@${parts['domain']?.toLowerCase()}`;
}

/**
 * How somebody is reached on a channel.
 * @returns as `Way` has it; null where there is nothing usable
 */
export function addressOn(
  channel: Channel,
  { phone, email }: { phone: string; email: string },
  country: string,
): string | null {
  if (channel === 'email') return mailAddress(email);
  return phone === '' ? null : phoneOn(channel, phone, country);
}
