import { minutesOf } from '../../calendar/wall-text.ts';
import type { Organization } from '../../config/config.ts';
import { isCountry } from '../../messages/addresses.ts';
import type { Found } from './problem.ts';

const DAY_MINUTES = 24 * 60;

/** Least and most of each figure; what is further out was meant in another unit. */
const bounds = {
  holdSeconds: [0, 3600],
  criticalExpiryMinutes: [1, DAY_MINUTES],
  normalExpiryMinutes: [1, 7 * DAY_MINUTES],
  bundleMinutes: [0, 120],
  silenceDays: [1, 365],
} as const;
const retryBounds = [1, 24 * 3600] as const;
const priceBounds = [0, 1_000_000] as const;

/** How an organization's messages go, as far as it says so itself. */
export function checkMessages({ id, messages = {} }: Organization): Found[] {
  const thing = { kind: 'organization' as const, id };
  const { quietHours, digestAt, contactChannels = [], retrySeconds = [], country, price } = messages;

  const within = (path: string, value: number | null | undefined, [least, most]: readonly [number, number]): Found[] =>
    (value ?? null) === null || (Number(value) >= least && Number(value) <= most)
      ? []
      : [{ code: 'OUT_OF_RANGE', thing, path: `messages.${path}`, values: { value: Number(value), least, most } }];
  const clock = (path: string, time: string | null | undefined): Found[] =>
    (time ?? null) === null || minutesOf(time ?? '', false) !== null
      ? []
      : [{ code: 'TIME_INVALID', thing, path: `messages.${path}`, values: { time: time ?? '' } }];
  const doubled = contactChannels.flatMap((channel, n): Found[] =>
    contactChannels.indexOf(channel) === n
      ? []
      : [{ code: 'DUPLICATE_CHANNEL', thing, path: `messages.contactChannels.${n}`, values: { channel } }],
  );
  return [
    ...doubled,
    ...clock('quietHours.from', quietHours?.from),
    ...clock('quietHours.until', quietHours?.until),
    ...clock('digestAt', digestAt),
    ...Object.entries(bounds).flatMap(([key, bound]) => within(key, messages[key as keyof typeof bounds], bound)),
    ...retrySeconds.flatMap((seconds, n) => within(`retrySeconds.${n}`, seconds, retryBounds)),
    ...within('price.sms', price?.sms, priceBounds),
    ...within('price.whatsapp', price?.whatsapp, priceBounds),
    ...(country === undefined || isCountry(country)
      ? []
      : [{ code: 'UNKNOWN_COUNTRY' as const, thing, path: 'messages.country', values: { country } }]),
    ...((price ?? null) === null || /^[A-Z]{3}$/u.test(price?.currency ?? '')
      ? []
      : [
          {
            code: 'CURRENCY_INVALID' as const,
            thing,
            path: 'messages.price.currency',
            values: { currency: price?.currency ?? '' },
          },
        ]),
  ];
}
