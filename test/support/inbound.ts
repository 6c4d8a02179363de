import type { ProviderMessage } from '../../src/main/ports/sender.ts';
import type { CommandOutput } from '../../src/main/store/store.ts';
import { city, people } from './centre.ts';
import type { StoreDesk } from './store-desk.ts';
import { unwrap } from './store-options.ts';

/** A contact who is reached by SMS alone. */
export const bySms = {
  name: 'S',
  phone: '082 123 4567',
  email: '',
  language: 'en' as const,
  channels: ['sms' as const],
};

/** What the contact of `intake` wrote by WhatsApp, as the provider has it. */
export const wrote = (text: string, at: number, parts: Partial<ProviderMessage> = {}): ProviderMessage => ({
  providerSid: `IN${at}`,
  direction: 'in',
  channel: 'whatsapp',
  from: '+27821234567',
  to: '+27110000000',
  text,
  status: 'received',
  code: null,
  at,
  ...parts,
});

/** What came in is read, for the organization that asked. */
export async function receive(
  desk: StoreDesk,
  message: ProviderMessage,
  organizationId: string = city,
): Promise<CommandOutput<'receive-inbound'>> {
  const input = { organizationId, channel: message.channel, messages: [message] };
  return unwrap(await desk.execute('receive-inbound', input, null));
}

export async function statusOf(desk: StoreDesk, ticketId: string): Promise<string> {
  return unwrap(await desk.read('ticket-view', { ticketId }, people.agent)).status;
}
