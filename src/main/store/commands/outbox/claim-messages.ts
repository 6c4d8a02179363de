import { success } from '../../../../preload/contract/result.ts';
import { accessFor, channelBox } from '../../messages/channel-box.ts';
import { claimFrom, claimOnly } from '../../messages/claim.ts';
import type { ChannelAccess, Claimed } from '../../messages/handed-out.ts';
import { placesOf } from '../../messages/outbox-next.ts';
import type { Command } from '../write-context.ts';

export const claimMessages: Command<'claim-messages'> = ({ keychain, room, only }, context) => {
  const token = context.newId();
  const claimed: Claimed[] = [];
  const channels: ChannelAccess[] = [];
  const left = { ...room };
  for (const place of placesOf(context.config)) {
    const free = left[place.channel] ?? 0;
    const box = free > 0 ? channelBox(context, place, keychain) : null;
    if (box === null || box.access !== 'open') continue;
    const ask = { room: free, token };
    const taken = only === undefined ? claimFrom(context, box, ask) : claimOnly(context, box, token, only);
    const access = taken.length === 0 ? null : accessFor(context.statements, box);
    if (access === null) continue;
    left[place.channel] = free - taken.length;
    claimed.push(...taken);
    channels.push(access);
  }
  return success({ claimed, token, channels });
};
