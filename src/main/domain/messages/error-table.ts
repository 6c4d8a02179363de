/**
 * What to do about a code. `retry`: again, a try spent; `retry_free`: again, none spent; `retry_once`: again the first time,
 * then the next way; `as_content`: once more as a Content template, then the next way; `look`: it may have gone out;
 * `next_way`: final here, the next way is tried; `final`: no other way either; `suppress`: its owner wants none;
 * `pause`: nothing is wrong with the message, the channel waits until somebody has put it right.
 */
export type Act =
  'retry' | 'retry_free' | 'retry_once' | 'as_content' | 'look' | 'next_way' | 'final' | 'suppress' | 'pause';

export type Verdict = {
  act: Act;
  /** At least this long before it is tried again. */
  afterMs?: number;
  /** What is known of the address from here on. */
  mark?: 'not_on_channel' | 'bad_address' | 'opted_out';
  /** It says nothing of the channel: others may well go through. */
  ofRecipient?: true;
  /** Somebody has to look at it: a fault of the configuration or a loop. */
  alarm?: true;
};

const MINUTE_MS = 60_000;
const CONTENT: Verdict = { act: 'as_content' };
const NOT_THERE: Verdict = { act: 'next_way', mark: 'not_on_channel' };
// The number is wrong, the person is not: another way may have another address.
const BAD_NUMBER: Verdict = { act: 'next_way', mark: 'bad_address' };
const WRONG_VARIABLES: Verdict = { act: 'final', alarm: true };
const PAUSE: Verdict = { act: 'pause', alarm: true };
const RETRY: Verdict = { act: 'retry' };
const NEXT_WAY: Verdict = { act: 'next_way' };
const LOOK: Verdict = { act: 'look' };
const NOT_PROCESSED: Verdict = { act: 'retry_free', afterMs: MINUTE_MS };
const OFFLINE: Verdict = { act: 'retry_free', afterMs: MINUTE_MS / 2 };

/** Rule: notifications.md, Twilio and Email. */
const verdicts: Readonly<Record<string, Verdict>> = {
  '429': NOT_PROCESSED,
  '20429': NOT_PROCESSED,
  '63018': { act: 'retry', afterMs: 15 * MINUTE_MS },
  '14107': { act: 'retry', afterMs: MINUTE_MS, alarm: true },
  '30001': { act: 'retry', afterMs: 10 * MINUTE_MS },
  '21611': { act: 'retry', afterMs: 10 * MINUTE_MS },
  '63016': CONTENT,
  '63024': NOT_THERE,
  '63003': NOT_THERE,
  '63049': NEXT_WAY,
  '21656': WRONG_VARIABLES,
  '92007': WRONG_VARIABLES,
  '21211': BAD_NUMBER,
  '21614': BAD_NUMBER,
  '21610': { act: 'suppress', mark: 'opted_out' },
  '21408': PAUSE,
  '21606': PAUSE,
  '63007': PAUSE,
  '20003': PAUSE,
  HTTP_401: PAUSE,
  HTTP_403: PAUSE,
  HOST_REFUSED: PAUSE,
  REDIRECTED: PAUSE,
  BAD_SETTINGS: PAUSE,
  '30003': { act: 'retry_once' },
  '30008': { act: 'retry_once' },
  '30004': NEXT_WAY,
  '30005': NEXT_WAY,
  '30006': NEXT_WAY,
  '30007': NEXT_WAY,
  TIMEOUT: LOOK,
  ETIMEDOUT: LOOK,
  DROPPED_BEFORE_DATA: RETRY,
  ESTREAM: RETRY,
  EAUTH: PAUSE,
  ETLS: PAUSE,
  ECONFIG: PAUSE,
  // The mailbox is refused for what it is, not for who asks.
  SMTP_551: { act: 'next_way', mark: 'bad_address' },
  SMTP_553: { act: 'next_way', mark: 'bad_address' },
  SMTP_530: PAUSE,
  SMTP_534: PAUSE,
  SMTP_535: PAUSE,
  EENVELOPE: { act: 'next_way', mark: 'bad_address' },
  EMESSAGE: WRONG_VARIABLES,
  EDNS: OFFLINE,
  ECONNREFUSED: OFFLINE,
  ENETUNREACH: OFFLINE,
  OFFLINE,
};

/** Whole families, asked after the table. */
const families: readonly (readonly [RegExp, Verdict])[] = [
  [/^SMTP_4\d\d$/u, RETRY],
  [/^CONN_5\d\d$/u, RETRY],
  [/^RCPT_4\d\d$/u, { act: 'retry', ofRecipient: true }],
  [/^(?:HTTP_)?5\d\d$/u, LOOK],
];

/** @returns what to do; a code that nobody has heard of is final, with the next way. Rule: notifications.md, Twilio. */
export function verdictOn(code: string): Verdict {
  // Not one that every object has, such as `constructor`.
  const known = Object.hasOwn(verdicts, code) ? verdicts[code] : undefined;
  return known ?? families.find(([family]) => family.test(code))?.[1] ?? NEXT_WAY;
}
