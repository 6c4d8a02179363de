import type { ChannelSettings } from '../../../preload/contract/messages.ts';
import type { Bucket } from '../../domain/messages/token-bucket.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { channelBox, saveBox, type ChannelBox } from './channel-box.ts';
import { placesOf } from './outbox-next.ts';

/** Who speaks, as the other side counts: two organizations may share an account and its number or address. */
function senderOf(settings: ChannelSettings): string {
  const { channel } = settings;
  return JSON.stringify(
    channel === 'email'
      ? [channel, settings.host.toLowerCase(), settings.userName, settings.fromAddress.toLowerCase()]
      : [channel, settings.accountSid, settings.from],
  );
}

/** What a sender has left, in every place in which it speaks. Rule: notifications.md, Outbox: a token bucket per sender. */
export function saveBucket(context: WriteContext, box: ChannelBox, bucket: Bucket): void {
  saveBox(context.statements, { ...box, bucket });
  if (box.settings === null) return;
  const sender = senderOf(box.settings);
  for (const place of placesOf(context.config)) {
    if (place.channel !== box.channel || place.organizationId === box.organizationId) continue;
    const other = channelBox(context, place, true);
    if (other.settings !== null && senderOf(other.settings) === sender)
      saveBox(context.statements, { ...other, bucket });
  }
}
