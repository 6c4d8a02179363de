import { success } from '../../../../preload/contract/result.ts';
import { accessFor, touchChannel } from '../../messages/channel-box.ts';
import type { ChannelAccess, Tending } from '../../messages/handed-out.ts';
import { enqueueDigests } from '../../messages/digests.ts';
import { placesOf } from '../../messages/outbox-next.ts';
import { tendChannel } from '../../messages/tend.ts';
import type { Command } from '../write-context.ts';

export const tendOutbox: Command<'tend-outbox'> = ({ keychain }, context) => {
  enqueueDigests(context);
  const tending: Tending = { looks: [], polls: [], probes: [], inbound: [], approvals: [] };
  const channels: ChannelAccess[] = [];
  const asked = (): number => Object.values(tending).reduce((sum, list) => sum + list.length, 0);
  for (const place of placesOf(context.config)) {
    const before = asked();
    const box = tendChannel(context, place, keychain, tending);
    const access = asked() > before ? accessFor(context.statements, box) : null;
    if (access !== null) channels.push(access);
  }
  return success({ ...tending, channels });
};

export const channelProbed: Command<'channel-probed'> = ({ code, ...place }, context) => {
  touchChannel(context, place, code === null ? { kind: 'cleared' } : { kind: 'probe_failed', code });
  context.change.messages += 1;
  return success({});
};
