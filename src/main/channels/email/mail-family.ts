import type { EmailSettings } from '../../../preload/contract/messages.ts';
import type { HttpClient } from '../../ports/http-client.ts';
import type { Asked, OpenChannel, Outgoing, SendOutcome } from '../../ports/sender.ts';
import type { FamilyCalls, RenewedToken } from '../worker/protocol.ts';
import { createAccessTokens } from './access-tokens.ts';
import { composeMail, isOneMailbox } from './compose-mail.ts';
import { mailFailure, mailOutcome } from './mail-outcome.ts';
import { createMailPools, type MailPool } from './mail-pools.ts';

function mailSettings({ settings }: OpenChannel): EmailSettings {
  if (settings.channel !== 'email') throw new Error('only mail goes through a mail server');
  return settings;
}

/** A mail server takes messages and keeps none for us: nothing can be asked of it afterwards. */
const notAsked = (): Promise<Asked<never>> => Promise.resolve({ ok: false, code: 'NOT_SUPPORTED', retryAfterMs: null });

/** Email. */
export function mailFamily(
  http: HttpClient,
  onRenewed: (renewed: RenewedToken) => void,
): FamilyCalls & { close(): void } {
  const pools = createMailPools(http, createAccessTokens(http, onRenewed));

  async function send(message: Outgoing, through: OpenChannel, signal: AbortSignal): Promise<SendOutcome> {
    const settings = mailSettings(through);
    // As nodemailer calls an envelope, and settings, that no server is asked about.
    if (!isOneMailbox(settings.fromAddress)) return { kind: 'refused', code: 'ECONFIG', retryAfterMs: null };
    if (!isOneMailbox(message.address)) return { kind: 'refused', code: 'EENVELOPE', retryAfterMs: null };
    const mail = composeMail(message, settings);
    let pool: MailPool | null = null;
    try {
      pool = await pools.poolFor(settings, through.secrets);
      // Over: what waits for a connection is taken out, and one that is giving this mail out is cut before the final dot.
      await pool.transport.sendMail({ ...mail, signal });
      return { kind: 'accepted', providerSid: null, providerStatus: null };
    } catch (error) {
      return mailOutcome(error, pool?.handedOver.has(String(mail.messageId)) ?? false);
    } finally {
      pool?.handedOver.delete(String(mail.messageId));
    }
  }

  return {
    send,
    async probe(through) {
      try {
        const { transport } = await pools.poolFor(mailSettings(through), through.secrets);
        await transport.verify();
        return { ok: true, value: null };
      } catch (error) {
        return mailFailure(error);
      }
    },
    fetch: notAsked,
    list: notAsked,
    approvals: notAsked,
    close: () => pools.close(),
  };
}
