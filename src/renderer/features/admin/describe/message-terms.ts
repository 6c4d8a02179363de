import { isolated, leftToRight } from '../../../i18n/format.ts';
import type { ValueOf } from '../frame/things.ts';
import type { Part } from './line.ts';
import type { Words } from './words.ts';

type Organization = ValueOf<'organization'>;
type Terms = NonNullable<Organization['messages']>;

/** A term that is not given has the product's own value. */
function term<K extends keyof Terms>(
  key: K,
  say: (value: NonNullable<Terms[K]>, words: Words) => string,
): Part<Organization> {
  return {
    label: `messageTerms.${key}`,
    of: ({ messages }) => messages?.[key],
    say: ({ messages }, words) => {
      if (messages?.[key] === undefined) return words.t('describe.asProduct');
      const value = messages[key] ?? null;
      return value === null ? words.t('describe.none') : say(value, words);
    },
  };
}

const seconds = (n: number, { t }: Words): string => t('admin.unit.seconds', { n });
const minutes = (n: number, { t }: Words): string => t('admin.unit.minutes', { n });

/** How an organization's messages go. */
export const messageTermParts: readonly Part<Organization>[] = [
  term('contactChannels', (order, { t, list }) => list(order.map((channel) => t(`channel.${channel}`)))),
  term('quietHours', ({ from, until }) => leftToRight(`${from}–${until}`)),
  term('retrySeconds', (each, words) => words.list(each.map((n) => seconds(n, words)))),
  term('holdSeconds', seconds),
  term('criticalExpiryMinutes', minutes),
  term('normalExpiryMinutes', minutes),
  term('bundleMinutes', minutes),
  term('silenceDays', (days) => String(days)),
  term('digestAt', (time) => isolated(time)),
  term('country', (country) => isolated(country)),
  term('price', ({ currency, sms, whatsapp }, { t }) => t('messageTerms.prices', { currency, sms, whatsapp })),
  term('dryRun', (isDry, { t }) => t(isDry ? 'describe.yes' : 'describe.no')),
];
