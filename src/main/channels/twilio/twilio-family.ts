import type { TwilioSettings } from '../../../preload/contract/messages.ts';
import type { HttpClient } from '../../ports/http-client.ts';
import type { Asked, OpenChannel } from '../../ports/sender.ts';
import type { FamilyCalls } from '../worker/protocol.ts';
import { contentApprovals } from './content-approvals.ts';
import { listMessages } from './list-messages.ts';
import { providerMessage } from './provider-message.ts';
import { sendMessage } from './send-message.ts';
import { openAccount, type TwilioAccount } from './twilio-account.ts';
import { twilioFailure, twilioOutcome } from './twilio-outcome.ts';

type Opened = { account: TwilioAccount; settings: TwilioSettings };

function open(through: OpenChannel, http: HttpClient): Opened {
  const { settings } = through;
  if (settings.channel === 'email') throw new Error('mail does not go through the provider');
  return { account: openAccount(through, http), settings };
}

/** WhatsApp and SMS. */
export function twilioFamily(http: HttpClient): FamilyCalls & { close(): void } {
  async function asked<T>(through: OpenChannel, ask: (opened: Opened) => Promise<Asked<T>>): Promise<Asked<T>> {
    let account: TwilioAccount | null = null;
    try {
      const opened = open(through, http);
      account = opened.account;
      return await ask(opened);
    } catch (error) {
      return twilioFailure(error, account?.requests ?? null);
    }
  }

  return {
    async send(message, through, signal) {
      // Its time ran out while the SDK was being loaded.
      if (signal.aborted) return { kind: 'unsure', code: 'TIMEOUT' };
      let account: TwilioAccount | null = null;
      try {
        const opened = open(through, http);
        account = opened.account;
        return await sendMessage(account, message, opened.settings);
      } catch (error) {
        return twilioOutcome(error, account?.requests ?? null);
      }
    },
    fetch: (providerSid, through) =>
      asked(through, async ({ account }) => ({
        ok: true,
        value: providerMessage(await account.messages.get(providerSid).fetch()),
      })),
    list: (filter, through) =>
      asked(through, async ({ account, settings }) => ({
        ok: true,
        value: await listMessages(account, filter, settings),
      })),
    // One line of the list, not the account itself: that may be read by main keys only, and a standard key is what a desk
    // should have (it would look like a wrong password, 20003).
    probe: (through) =>
      asked(through, async ({ account }) => {
        await account.messages.page({ pageSize: 1 });
        return { ok: true, value: null };
      }),
    approvals: (through) => asked(through, ({ account, settings }) => contentApprovals(account, settings)),
    close: () => undefined,
  };
}
