import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { TwilioSettings } from '../../../preload/contract/messages.ts';
import type { Outgoing, SendOutcome } from '../../ports/sender.ts';
import { providerAddress } from './provider-message.ts';
import type { TwilioAccount } from './twilio-account.ts';

const isService = (from: string): boolean => from.startsWith('MG');

function createOptions(message: Outgoing, settings: TwilioSettings): MessageListInstanceCreateOptions {
  const { channel, from } = settings;
  return {
    to: providerAddress(channel, message.address),
    ...(isService(from) ? { messagingServiceSid: from } : { from: providerAddress(channel, from) }),
    ...(message.content === null
      ? { body: message.text }
      : // As a string of JSON: an object would become form fields that the provider ignores without a word.
        { contentSid: message.content.contentSid, contentVariables: JSON.stringify(message.content.variables) }),
  };
}

/** Gives a message to the provider, once: there is no idempotency key, so nothing here tries again. */
export async function sendMessage(
  account: TwilioAccount,
  message: Outgoing,
  settings: TwilioSettings,
): Promise<SendOutcome> {
  const { sid, status } = await account.messages.create(createOptions(message, settings));
  // Taken, as its status code says, but by a message that nobody can ask for again.
  if (typeof sid !== 'string' || sid === '') return { kind: 'unsure', code: 'BAD_ANSWER' };
  return { kind: 'accepted', providerSid: sid, providerStatus: status ?? null };
}
