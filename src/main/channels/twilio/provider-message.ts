import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { TwilioSettings } from '../../../preload/contract/messages.ts';
import type { Channel } from '../../../preload/contract/values.ts';
import type { ProviderMessage } from '../../ports/sender.ts';

const whatsappPrefix = 'whatsapp:';

/** The provider knows WhatsApp by a prefix of the address. */
export function providerAddress(channel: TwilioSettings['channel'], address: string): string {
  return channel === 'whatsapp' ? `${whatsappPrefix}${address}` : address;
}

const bare = (address: string): string =>
  address.startsWith(whatsappPrefix) ? address.slice(whatsappPrefix.length) : address;

/** Epoch ms; a date that cannot be read is none. */
const instantOf = (date: Date | null | undefined): number => date?.getTime() ?? Number.NaN;

/** When the provider sent it, or had it from us as long as it has not; 0 where it tells neither. */
function messageAt({ dateSent, dateCreated }: MessageInstance): number {
  return [instantOf(dateSent), instantOf(dateCreated)].find((at) => !Number.isNaN(at)) ?? 0;
}

export function providerMessage(instance: MessageInstance): ProviderMessage {
  // A messaging service has chosen no sender yet while the message waits there.
  const from = instance.from ?? '';
  const to = instance.to ?? '';
  const channel: Channel = [from, to].some((address) => address.startsWith(whatsappPrefix)) ? 'whatsapp' : 'sms';
  return {
    providerSid: instance.sid,
    direction: instance.direction === 'inbound' ? 'in' : 'out',
    channel,
    from: bare(from),
    to: bare(to),
    text: instance.body ?? '',
    status: instance.status,
    code: Number.isSafeInteger(instance.errorCode) ? String(instance.errorCode) : null,
    at: messageAt(instance),
  };
}
