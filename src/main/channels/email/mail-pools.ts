import { createHash } from 'node:crypto';
import type { EmailSettings } from '../../../preload/contract/messages.ts';
import type { HttpClient } from '../../ports/http-client.ts';
import type { OpenChannel } from '../../ports/sender.ts';
import type { AccessTokens } from './access-tokens.ts';
import { openTransport, type MailTransport } from './mail-transport.ts';

/** An account's connections and the mails in them. */
export type MailPool = {
  transport: MailTransport;
  /** Message-IDs of mails that were given to a connection with all that is in them, their final dot included. */
  handedOver: Set<string>;
};

export type MailPools = {
  /** @throws BadMailSettings, HttpFailure */
  poolFor(settings: EmailSettings, secrets: OpenChannel['secrets']): Promise<MailPool>;
  close(): void;
};

/** After this long without a mail an account's pool is closed, ms. */
const idleMs = 90_000;

type Kept = { fingerprint: string; pool: MailPool; idle: NodeJS.Timeout };

/** Whose mail it is; the same account with other settings replaces the pool. */
const accountOf = ({ host, port, userName }: EmailSettings): string => JSON.stringify([host, port, userName]);

/** All that connections are made with. The sender's name and address are each mail's own. */
function fingerprintOf(settings: EmailSettings, secrets: OpenChannel['secrets'], proxy: string): string {
  const { fromName: _name, fromAddress: _address, rate: _rate, ...rest } = settings;
  return createHash('sha256')
    .update(JSON.stringify([rest, secrets, proxy]))
    .digest('hex');
}

/** Notes when the last byte of a mail has been read: what follows it is only the dot. */
function noteHandedOver(transport: MailTransport, handedOver: Set<string>): void {
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const messageId = message.messageId();
    const makeStream = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = makeStream(options);
      stream.once('end', () => handedOver.add(messageId));
      return stream;
    };
    done();
  });
}

export function createMailPools(http: HttpClient, tokens: AccessTokens): MailPools {
  const kept = new Map<string, Kept>();

  function drop(account: string): void {
    const old = kept.get(account);
    if (old === undefined) return;
    clearTimeout(old.idle);
    kept.delete(account);
    // Whatever is under way in it still ends.
    old.pool.transport.close();
  }

  return {
    async poolFor(settings, secrets) {
      const proxy = await http.proxyFor(`https://${settings.host}:${settings.port}/`);
      const account = accountOf(settings);
      const fingerprint = fingerprintOf(settings, secrets, proxy);
      const known = kept.get(account);
      if (known?.fingerprint === fingerprint) {
        known.idle.refresh();
        return known.pool;
      }
      const transport = openTransport(settings, secrets, proxy, (mustRenew) =>
        tokens.tokenFor(settings, secrets, mustRenew),
      );
      const pool: MailPool = { transport, handedOver: new Set() };
      noteHandedOver(transport, pool.handedOver);
      drop(account);
      kept.set(account, { fingerprint, pool, idle: setTimeout(() => drop(account), idleMs).unref() });
      return pool;
    },
    close() {
      for (const account of kept.keys()) drop(account);
    },
  };
}
