import type { ChannelSettings, EmailSettings, TwilioSettings } from '../../src/preload/contract/messages.ts';
import type { Channel } from '../../src/preload/contract/values.ts';
import type { CommandOutput } from '../../src/main/store/store.ts';
import type { SendOutcome } from '../../src/main/ports/sender.ts';
import { city, people } from './centre.ts';
import { StoreDesk } from './store-desk.ts';
import { unwrap } from './store-options.ts';

export const emailSettings: EmailSettings = {
  channel: 'email',
  host: 'mail.example.org',
  port: 587,
  security: 'starttls',
  auth: 'none',
  userName: '',
  fromName: 'City',
  fromAddress: 'desk@city.example',
  oauth2: null,
  authorities: '',
  dkim: null,
  rate: 100,
};

export function twilioSettings(
  channel: TwilioSettings['channel'],
  parts: Partial<TwilioSettings> = {},
): TwilioSettings {
  const contentTemplates = ['open', 'in_progress', 'resolved'].map((status) => ({
    kind: 'status_update',
    status,
    language: 'zu' as const,
    contentSid: `HX${status}`,
    approval: 'approved' as const,
  }));
  const keys = { accountSid: `AC${'0'.repeat(32)}`, apiKeySid: `SK${'0'.repeat(32)}`, from: '+27110000000' };
  return { channel, ...keys, contentTemplates: channel === 'whatsapp' ? contentTemplates : [], rate: 10, ...parts };
}

const settingsOf: Readonly<Record<Channel, ChannelSettings>> = {
  email: emailSettings,
  sms: twilioSettings('sms'),
  whatsapp: twilioSettings('whatsapp'),
};

/** Sets a channel of the city up, its secrets kept in the store. */
export async function setUpChannel(desk: StoreDesk, settings: ChannelSettings, organizationId = city): Promise<void> {
  const sealed = new TextEncoder().encode('a secret');
  const secrets = settings.channel === 'email' ? [] : [{ name: 'apiKeySecret', keptBy: 'store', sealed } as const];
  unwrap(await desk.execute('save-channel', { organizationId, settings, secrets }, people.administrator));
}

/** The centre with these channels of the city set up. */
export async function outboxDesk(name: string, channels: readonly Channel[]): Promise<StoreDesk> {
  const desk = await StoreDesk.start(name);
  for (const channel of channels) await setUpChannel(desk, settingsOf[channel]);
  return desk;
}

export type Claim = CommandOutput<'claim-messages'>;

export async function claim(desk: StoreDesk, room = 10): Promise<Claim> {
  const input = { keychain: false, room: { email: room, sms: room, whatsapp: room } };
  return unwrap(await desk.execute('claim-messages', input, null));
}

/** Claims all that may leave, and the world answers the same for each. @returns what left */
export async function sendAll(desk: StoreDesk, outcome: SendOutcome): Promise<Claim['claimed']> {
  const { claimed, token } = await claim(desk);
  const ids = claimed.map(({ outgoing }) => outgoing.messageId);
  unwrap(await desk.execute('message-sending', { ids, token }, null));
  for (const id of ids) unwrap(await desk.execute('message-outcome', { id, token, outcome }, null));
  return claimed;
}

export async function tend(desk: StoreDesk): Promise<CommandOutput<'tend-outbox'>> {
  return unwrap(await desk.execute('tend-outbox', { keychain: false }, null));
}

/** States of a ticket's messages, oldest first, as `channel state`. */
export async function statesOf(desk: StoreDesk, ticketId: string, viewerId: string = people.agent): Promise<string[]> {
  const views = unwrap(await desk.read('messages-of-ticket', { ticketId }, viewerId));
  return views.map(({ channel, state }) => `${channel} ${state}`);
}
