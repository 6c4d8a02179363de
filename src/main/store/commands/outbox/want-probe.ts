import { failure, success } from '../../../../preload/contract/result.ts';
import { mayInStore } from '../../../domain/access/access.ts';
import { channelBox, touchChannel } from '../../messages/channel-box.ts';
import type { Command } from '../write-context.ts';

/** Somebody wants to know now: the outbox asks at its next look. NOT_FOUND for a channel that nothing can be asked of. */
export const wantProbe: Command<'want-probe'> = (place, context) => {
  const { actor } = context;
  if (actor === null || !mayInStore(actor, 'manage_channels')) return failure('ACCESS_DENIED');
  if (channelBox(context, place, true).access === 'unset') return failure('NOT_FOUND', { what: 'channel' });
  touchChannel(context, place, { kind: 'probe_wanted' });
  context.change.messages += 1;
  return success({});
};
