import type { ContactWay } from '../../../preload/contract/messages.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { channels, type Channel } from '../../../preload/contract/values.ts';
import { mayIn } from '../../domain/access/access.ts';
import { addressOn } from '../../domain/messages/addresses.ts';
import { agreedChannels, placeOf } from '../../domain/messages/ways.ts';
import { channelBox } from '../messages/channel-box.ts';
import { marksOf } from '../messages/marks.ts';
import type { Query, ReadContext } from './read-context.ts';

function standingOf(context: ReadContext, organizationId: string, channel: Channel): ContactWay['state'] {
  // Whether this desk or another speaks through it is all the same to whoever writes.
  const { access, standing } = channelBox(context, { organizationId, channel }, true);
  return access === 'unset' ? 'unset' : standing.state;
}

/** How a contact would be reached now: what the composer says before anything is written, and intake while it is told. */
export const contactWays: Query<'contact-ways'> = ({ organizationId, phone, email, channels: own }, context) => {
  const { viewer, config, statements } = context;
  const isTheirs = (['view_ticket', 'create_ticket'] as const).some(
    (operation) => viewer !== null && mayIn(viewer, operation, organizationId),
  );
  if (!isTheirs) return failure('ACCESS_DENIED');
  const place = placeOf(organizationId, config);
  const { terms } = place;
  const marks = marksOf(statements);
  const agreed = agreedChannels({ phone, email, channels: own }, place, marks);
  const ways = [...new Set([...(own ?? terms.contactChannels), ...channels])].map((channel): ContactWay => {
    const address = addressOn(channel, { phone, email }, terms.country);
    const mark = address === null ? undefined : marks.of(organizationId, channel, address);
    return {
      channel,
      address,
      agreed: agreed.includes(channel),
      mark: mark === undefined || mark === 'allowed' ? null : mark,
      state: standingOf(context, organizationId, channel),
    };
  });
  return success(ways);
};
