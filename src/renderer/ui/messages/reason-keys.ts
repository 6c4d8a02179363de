import type { reasonsEn } from '../../i18n/en/message/reasons.ts';

export type Reason = keyof (typeof reasonsEn)['reason'];

/**
 * Which codes each reason is told for: those of the error table (notifications.md, Twilio and Email), those of the channels,
 * and the desk's own. Without case: the log has the desk's own reasons in small letters, the outbox some in capitals.
 */
const codesOf: Readonly<Record<Reason, readonly string[]>> = {
  patience: ['429', '20429'],
  channelLimit: ['63018'],
  loop: ['14107'],
  queueFull: ['30001', '21611'],
  window: ['63016'],
  notOnWhatsapp: ['63024', '63003', 'not_on_channel'],
  withheld: ['63049'],
  variables: ['21656', '92007', 'EMESSAGE'],
  badAddress: ['21211', '21614', 'SMTP_551', 'SMTP_553', 'EENVELOPE', 'bad_address'],
  optedOut: ['21610', 'opted_out'],
  notAllowedThere: ['21408'],
  sender: ['21606', '63007'],
  credentials: ['20003', 'HTTP_401', 'HTTP_403', '401', '403', 'EAUTH', 'SMTP_530', 'SMTP_534', 'SMTP_535'],
  unreachable: ['30003'],
  unsaid: ['30008', 'UNDELIVERED'],
  blocked: ['30004'],
  noSuchNumber: ['30005'],
  landline: ['30006'],
  filtered: ['30007'],
  noAnswer: ['TIMEOUT', 'ETIMEDOUT', 'UNKNOWN', 'DROPPED_BEFORE_DATA', 'ESTREAM', 'BAD_ANSWER'],
  stopped: ['LEASE', 'CLOSED', 'THREAD_DIED', 'INTERNAL'],
  tls: ['ETLS'],
  config: ['ECONFIG', 'BAD_SETTINGS', 'HOST_REFUSED', 'REDIRECTED', 'NOT_SUPPORTED'],
  offline: ['EDNS', 'ECONNREFUSED', 'ENETUNREACH', 'OFFLINE'],
  keychain: ['KEYCHAIN'],
  mailLater: [],
  mailboxLater: [],
  mailRefused: [],
  mailTurnedAway: [],
  unconfirmed: ['UNCONFIRMED'],
  atProvider: ['PROVIDER'],
  byHand: ['by_hand'],
  replaced: ['replaced'],
  sensitive: ['sensitive'],
  moved: ['moved'],
  gone: ['gone', 'undone'],
  notAllowed: ['not_allowed'],
  notHolder: ['not_holder'],
  settled: ['settled'],
  notDue: ['not_due'],
  addressChanged: ['address_changed'],
  arrived: ['delivered'],
  quiet: ['quiet'],
  recipient: ['recipient'],
  expired: ['expired'],
  noChannel: ['no_channel'],
  noTemplate: ['no_template'],
  noText: ['no_text'],
  nobody: ['nobody'],
};

/** Whole families, asked after the table. */
const families: readonly (readonly [RegExp, Reason])[] = [
  [/^SMTP_4\d\d$/u, 'mailLater'],
  [/^RCPT_4\d\d$/u, 'mailboxLater'],
  [/^SMTP_5\d\d$/u, 'mailRefused'],
  [/^CONN_5\d\d$/u, 'mailTurnedAway'],
  [/^(?:HTTP_)?5\d\d$/u, 'noAnswer'],
];

const reasons: ReadonlyMap<string, Reason> = new Map(
  Object.entries(codesOf).flatMap(([reason, codes]) =>
    codes.map((code) => [code.toUpperCase(), reason as Reason] as const),
  ),
);

/** @returns null for a code that nobody has heard of: it is shown as it is */
export function reasonOf(code: string): Reason | null {
  const plain = code.toUpperCase();
  return reasons.get(plain) ?? families.find(([family]) => family.test(plain))?.[1] ?? null;
}
