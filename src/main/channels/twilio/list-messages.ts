import type { MessageListInstancePageOptions, MessagePage } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { TwilioSettings } from '../../../preload/contract/messages.ts';
import type { ProviderMessage, Sender } from '../../ports/sender.ts';
import { providerAddress, providerMessage } from './provider-message.ts';
import type { TwilioAccount } from './twilio-account.ts';

type Filter = Parameters<Sender['list']>[0];

const leastPageSize = 20;
const mostPageSize = 100;
/**
 * Read beside those that the limit fills: a list that is not narrowed by our own number has others' messages on it too. A
 * list that never ends is the other side's mistake.
 */
const morePages = 50;

/** Our own number as the other end of the message; a messaging service has many, so its lists are not narrowed by it. */
function ownAddress({ channel, from }: TwilioSettings): string | null {
  return from.startsWith('MG') ? null : providerAddress(channel, from);
}

/** Time is no filter here: it goes by when a message was sent, and one that waits at the provider has no such time yet. */
function pageOptions(filter: Filter, settings: TwilioSettings): MessageListInstancePageOptions {
  const own = ownAddress(settings);
  const to = filter.to === undefined ? null : providerAddress(settings.channel, filter.to);
  const ends = filter.direction === 'out' ? { from: own, to } : { from: null, to: to ?? own };
  return {
    pageSize: Math.min(Math.max(filter.limit, leastPageSize), mostPageSize),
    ...(ends.from !== null && { from: ends.from }),
    ...(ends.to !== null && { to: ends.to }),
  };
}

/**
 * Messages newest first, page by page until one lies before `sinceAt` as a whole: within a page those that wait may stand
 * anywhere.
 */
export async function listMessages(
  account: TwilioAccount,
  filter: Filter,
  settings: TwilioSettings,
): Promise<ProviderMessage[]> {
  const found: ProviderMessage[] = [];
  // The provider's times are whole seconds: one of this very second looks older than the instant within it.
  const sinceAt = Math.floor(filter.sinceAt / 1000) * 1000;
  const options = pageOptions(filter, settings);
  const mostPages = Math.ceil(filter.limit / mostPageSize) + morePages;
  let page: MessagePage | undefined = await account.messages.page(options);
  for (let read = 1; page !== undefined; read += 1) {
    const messages: ProviderMessage[] = page.instances.map(providerMessage);
    const recent = messages.filter(({ at }) => at >= sinceAt);
    found.push(
      ...recent.filter(({ direction, channel }) => direction === filter.direction && channel === settings.channel),
    );
    if (recent.length === 0 || found.length >= filter.limit || read === mostPages) break;
    page = await (page.nextPage() as Promise<MessagePage> | undefined);
  }
  return found.slice(0, filter.limit);
}
