import { createPrivateKey } from 'node:crypto';
import { callbackify } from 'node:util';
import { createTransport, type SMTPPoolOptions } from 'nodemailer';
import type { EmailSettings } from '../../../preload/contract/messages.ts';
import type { OpenChannel } from '../../ports/sender.ts';
import { trustedContext } from './authorities.ts';

type Secrets = OpenChannel['secrets'];

/** Settings that no mail server was asked about yet; an administrator has to mend them. */
export class BadMailSettings extends Error {
  readonly code = 'ECONFIG';
}

/** ms. A greeting can be slow on purpose (against spam); a mail of ours is small. */
const timeouts = {
  dnsTimeout: 10_000,
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 60_000,
  socketCloseTimeout: 2_000,
};

const auths: { [Auth in EmailSettings['auth']]: (settings: EmailSettings, secrets: Secrets) => SMTPPoolOptions } = {
  none: () => ({}),
  password: ({ userName }, { password }) => ({ auth: { user: userName, pass: password ?? '' }, forceAuth: true }),
  oauth2: ({ userName }) => ({ auth: { type: 'OAuth2', user: userName }, forceAuth: true }),
};

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** @throws BadMailSettings for a key that is none or not RSA: otherwise each mail would break off in the middle */
function dkimOptions({ dkim }: EmailSettings, { dkimKey }: Secrets): Pick<SMTPPoolOptions, 'dkim'> {
  if (dkim === null) return {};
  if (!isRsaKey(dkimKey ?? '')) throw new BadMailSettings('no DKIM key');
  return { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkimKey ?? '' } };
}

function tlsContext(authorities: string): ReturnType<typeof trustedContext> {
  try {
    return trustedContext(authorities);
  } catch {
    throw new BadMailSettings('an authority is no certificate');
  }
}

/**
 * The mail server's connections. Nothing is said to it before TLS holds; an authority that is not known ends it (ETLS).
 * @param proxy  `DIRECT`, or `host:port` of a proxy that is asked for a tunnel
 * @param tokenFor  access token of the account; `mustRenew`: the last one was refused
 * @throws BadMailSettings
 */
export function openTransport(
  settings: EmailSettings,
  secrets: Secrets,
  proxy: string,
  tokenFor: (mustRenew: boolean) => Promise<string>,
) {
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    // Whether a mail is tried again is the outbox's to say: here it would be tried without anybody knowing.
    maxRequeues: 0,
    idleTimeout: 60_000,
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    tls: { secureContext: tlsContext(settings.authorities), rejectUnauthorized: true },
    disableFileAccess: true,
    disableUrlAccess: true,
    // Its lines name addresses and the words of mails.
    logger: false,
    debug: false,
    ...timeouts,
    ...auths[settings.auth](settings, secrets),
    ...dkimOptions(settings, secrets),
    ...(proxy !== 'DIRECT' && { proxy: `http://${proxy}` }),
  });
  const provide = callbackify(tokenFor);
  transport.set('oauth2_provision_cb', (_user, mustRenew, done) => {
    provide(mustRenew, (error, token) => {
      if (error === null) done(null, token);
      // In a wrapping of its own: nodemailer writes its own code over the one of whatever it is given.
      else done(new Error('no access token', { cause: error }));
    });
  });
  // Without a listener the thread would die of what each send reports anyway.
  transport.on('error', () => undefined);
  return transport;
}

export type MailTransport = ReturnType<typeof openTransport>;
