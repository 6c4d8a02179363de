import type { TwilioSettings } from '../../src/preload/contract/messages.ts';
import type { Language, Status } from '../../src/preload/contract/values.ts';
import { mailChannel, twilioChannel } from './channel-parts.ts';
import { startDesk, desksFolder, setUp, type Desk } from './electron-desk.ts';
import { startFakeTwilio, type FakeTwilio } from './fake-twilio.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

/** A desk whose channels reach a real mail server, and a provider with a memory, both on this machine. */
export type MessagingDesk = {
  desk: Desk;
  provider: FakeTwilio;
  mail: MailServer;
  organizationId: string;
  /** `channel state` of a ticket's messages, oldest first. */
  states(ticketId: string): Promise<string[]>;
  close(): Promise<void>;
};

export const ownNumber = '+27100000001';

/** By status and language, as WhatsApp's owner has approved it. */
export function contentSidOf(status: Status, language: Language): string {
  return `HX${Buffer.from(`${language}-${status}`).toString('hex').padEnd(32, '0').slice(0, 32)}`;
}

function whatsappTemplates(): TwilioSettings['contentTemplates'] {
  return (['open', 'in_progress', 'resolved'] as const).flatMap((status) =>
    (['en', 'zu'] as const).map((language) => ({
      kind: 'status_update',
      status,
      language,
      contentSid: contentSidOf(status, language),
      approval: 'approved' as const,
    })),
  );
}

/** Starts a desk with the sample and sets the channels of its municipality up, as an administrator does. */
export async function startMessagingDesk(): Promise<MessagingDesk> {
  const { data, remove } = desksFolder();
  const provider = await startFakeTwilio();
  const mail = await startMailServer();
  const desk = await startDesk({ data, standIns: { 'api.twilio.com': provider.origin } });
  await setUp(desk);
  const { organizations } = await desk.ask('directory.get', {});
  const organizationId = organizations.find(({ profile }) => profile === 'municipal')?.id ?? '';
  for (const { settings, secrets } of [
    mailChannel(mail.port, { rate: 100 }),
    twilioChannel({ channel: 'sms', from: ownNumber, rate: 100 }),
    twilioChannel({ channel: 'whatsapp', from: ownNumber, rate: 100, contentTemplates: whatsappTemplates() }),
  ])
    await desk.ask('channels.save', { organizationId, settings, secrets: { ...secrets } });
  return {
    desk,
    provider,
    mail,
    organizationId,
    states: async (ticketId) =>
      (await desk.ask('messages.ofTicket', { ticketId })).map(({ channel, state }) => `${channel} ${state}`),
    async close() {
      await desk.close();
      await mail.close();
      await provider.close();
      remove();
    },
  };
}
