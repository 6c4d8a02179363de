import type { EmailSettings, TwilioSettings } from '../../src/preload/contract/messages.ts';
import { createSender, type SenderParts } from '../../src/main/channels/create-sender.ts';
import { nodeHttp } from '../../src/main/monitor/node-http.ts';
import type { LogFields, Logger } from '../../src/main/ports/logger.ts';
import type { OpenChannel, Outgoing, Sender } from '../../src/main/ports/sender.ts';
import { authority } from './mail-server.ts';
import { channelWorker } from './program-files.ts';

export type Logged = { event: string; fields: LogFields | undefined };

export function keptLog(): { logger: Logger; lines: Logged[] } {
  const lines: Logged[] = [];
  const keep = (event: string, fields?: LogFields): void => void lines.push({ event, fields });
  return { logger: { info: keep, warn: keep, error: keep }, lines };
}

/** The program's own sender under plain Node. */
export function testSender(parts: Partial<SenderParts> = {}): Sender {
  return createSender({ workerEntry: channelWorker, http: nodeHttp({}), logger: keptLog().logger, ...parts });
}

export function mailChannel(
  port: number,
  settings: Partial<EmailSettings> = {},
  secrets: OpenChannel['secrets'] = {},
): OpenChannel {
  return {
    settings: {
      channel: 'email',
      host: '127.0.0.1',
      port,
      security: 'starttls',
      auth: 'none',
      userName: '',
      fromName: 'Khanyamanzi Municipality',
      fromAddress: 'desk@khanyamanzi.example',
      oauth2: null,
      authorities: authority,
      dkim: null,
      rate: 2,
      ...settings,
    },
    secrets,
  };
}

export const accountSid = `AC${'0'.repeat(31)}1`;

export function twilioChannel(settings: Partial<TwilioSettings> = {}, secret = 'the key’s secret'): OpenChannel {
  return {
    settings: {
      channel: 'sms',
      accountSid,
      apiKeySid: `SK${'0'.repeat(31)}2`,
      from: '+27100000001',
      contentTemplates: [],
      rate: 1,
      ...settings,
    },
    secrets: { apiKeySecret: secret },
  };
}

export function outgoing(message: Partial<Outgoing> = {}): Outgoing {
  return {
    messageId: 'm-1',
    channel: 'email',
    address: 'nomsa@example.org',
    recipientName: 'Nomsa Dlamini',
    language: 'en',
    subject: 'CT-2026-000123: in progress',
    text: 'Your request CT-2026-000123 is being worked on. Ref 7K2Q',
    html: '<!doctype html><html lang="en" dir="ltr"><body><p>Your request <bdi>CT-2026-000123</bdi></p></body></html>',
    content: null,
    reference: '7K2Q',
    headerMessageId: '7K2Q.m-1@khanyamanzi.example',
    ...message,
  };
}
