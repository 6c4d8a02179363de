import { failure, success } from '../../../../preload/contract/result.ts';
import { mayInStore } from '../../../domain/access/access.ts';
import { checkChannel } from '../../../domain/messages/check-channel.ts';
import { secretsOf } from '../../messages/channel-box.ts';
import { ownAuthorities } from '../../messages/own-authorities.ts';
import type { Query } from '../read-context.ts';

export const checkChannelQuery: Query<'check-channel'> = ({ organizationId, settings, given }, context) => {
  const { viewer, config, statements } = context;
  if (viewer === null || !mayInStore(viewer, 'manage_channels')) return failure('ACCESS_DENIED');
  if (config.organization(organizationId) === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const { channel } = settings;
  const authorities = settings.channel === 'email' ? settings.authorities : '';
  const problems = checkChannel({
    settings,
    before: config.channel(organizationId, channel)?.settings ?? null,
    kept: secretsOf(statements, organizationId, channel).map(({ name }) => name),
    given,
    areAuthoritiesReadable: ownAuthorities(authorities) !== null,
  });
  return success({ problems });
};
