import { failure, success } from '../../../../preload/contract/result.ts';
import { mayIn } from '../../../domain/access/access.ts';
import { previewTemplate } from '../../../domain/messages/preview.ts';
import { allProductTexts } from '../../../domain/messages/templates/all-product-texts.ts';
import { outboxNextAt } from '../../messages/outbox-next.ts';
import type { Query } from '../read-context.ts';
import { channelsQuery } from './channels.ts';
import { checkChannelQuery } from './check-channel.ts';
import { messagesOfTicket } from './messages-of-ticket.ts';
import { outboxPage } from './outbox-page.ts';
import type { OutboxQueryMap } from './outbox-query-map.ts';
import { unjoinedInbound } from './unjoined-inbound.ts';

const readerSettings: Query<'reader-settings'> = (_input, { viewer, config }) => {
  if (viewer === null) return failure('ACCESS_DENIED');
  const { email = '', phone = '', ways = {}, quietHours = null } = config.readerSettings(viewer.id) ?? {};
  return success({ email, phone, ways, quietHours });
};

const templatePreview: Query<'template-preview'> = (asked, { viewer, config, nowAt }) =>
  viewer !== null && mayIn(viewer, 'view_configuration', asked.organizationId)
    ? success(previewTemplate(asked, config, nowAt))
    : failure('ACCESS_DENIED');

const productTexts: Query<'product-texts'> = ({ organizationId }, { viewer }) =>
  viewer !== null && mayIn(viewer, 'view_configuration', organizationId)
    ? success(allProductTexts())
    : failure('ACCESS_DENIED');

const outboxNext: Query<'outbox-next'> = ({ keychain }, context) =>
  success({ nextAt: outboxNextAt(context, keychain) });

/** Every read about messages, by name. */
export const outboxQueries: { readonly [N in keyof OutboxQueryMap]: Query<N> } = {
  'messages-of-ticket': messagesOfTicket,
  'outbox-page': outboxPage,
  'unjoined-inbound': unjoinedInbound,
  channels: channelsQuery,
  'check-channel': checkChannelQuery,
  'product-texts': productTexts,
  'reader-settings': readerSettings,
  'template-preview': templatePreview,
  'outbox-next': outboxNext,
};
