import Twilio from 'twilio/lib/base/BaseTwilio.js';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import Api from 'twilio/lib/rest/Api.js';
import type { MessageListInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { HttpClient } from '../../ports/http-client.ts';
import type { OpenChannel } from '../../ports/sender.ts';
import { portRequests, type PortRequests } from './port-requests.ts';

/** The provider's account for one call of ours. */
export type TwilioAccount = {
  requests: PortRequests;
  messages: MessageListInstance;
  /** For what the SDK's own methods get wrong. Resolves on 4xx too. */
  get(url: string): Promise<{ statusCode: number; body: string }>;
};

/**
 * `twilio` as a whole loads 34 MB of products: only the account's part is imported, and its own HTTP (axios, with retries and
 * the environment's proxy) never runs.
 * @throws Error when the account's SID is no SID; nothing was sent then
 */
export function openAccount({ settings, secrets }: OpenChannel, http: HttpClient): TwilioAccount {
  if (settings.channel === 'email') throw new Error('mail does not go through the provider');
  const requests = portRequests(http);
  const client = new Twilio.Client(settings.apiKeySid, secrets.apiKeySecret ?? '', {
    accountSid: settings.accountSid,
    // It wants a class with axios inside, and calls nothing but `request`.
    httpClient: requests as unknown as RequestClient,
    autoRetry: false,
    // Empty, not left out: otherwise variables of the environment would choose another host.
    edge: '',
    region: '',
    logLevel: 'silent',
  });
  // The domain's parts ask of the client what the base class has.
  const api = new Api(client as ConstructorParameters<typeof Api>[0]);
  return {
    requests,
    messages: api.v2010.account.messages,
    get: (uri) => client.request({ method: 'get', uri }) as Promise<{ statusCode: number; body: string }>,
  };
}
