import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { callbackify } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';
import { makeAuthority } from './certificates.ts';

export const { authority, server: serverCertificate } = makeAuthority('Authority of a test');

export type Delivered = { to: string[]; raw: string; mail: Email };

/** How the server takes its turns; each entry is one mail, the last one stands for all that follow. */
export type Turn =
  | { at: 'connect' | 'mail' | 'rcpt' | 'data'; reply: number }
  | 'accept'
  | 'drop at data'
  | 'drop after dot'
  | 'silence at rcpt'
  | 'silence after dot';

export type MailServer = {
  port: number;
  delivered: Delivered[];
  /** Every sign-in that was tried. */
  signIns: { method: string; userName: string; secret: string }[];
  /** Connections that were made so far. */
  connections(): number;
  close(): Promise<void>;
};

type Options = {
  secure?: boolean;
  withoutTls?: boolean;
  authMethods?: string[];
  turns?: readonly Turn[];
  accepts?: (auth: SMTPServerAuthentication) => boolean;
};

const parseMail = callbackify((raw: Buffer) => PostalMime.parse(raw));
const refusal = (reply: number): Error => Object.assign(new Error('not now'), { responseCode: reply });

/** A real mail server on this machine, which refuses and drops as it is told. */
export async function startMailServer(options: Options = {}): Promise<MailServer> {
  const { turns = ['accept'], accepts = () => true, authMethods } = options;
  const delivered: Delivered[] = [];
  const signIns: MailServer['signIns'] = [];
  let made = 0;
  let mails = 0;
  const turn = (): Turn => turns[Math.min(mails, turns.length - 1)] ?? 'accept';
  // Through the server's own view: a socket that is torn away below its TLS takes the process with it (SIGSEGV in getProtocol).
  const dropAll = (): void => {
    for (const { _socket: socket } of server.connections) socket.destroy();
  };

  const server = new SMTPServer({
    ...serverCertificate,
    secure: options.secure ?? false,
    authMethods: authMethods ?? ['PLAIN'],
    authOptional: authMethods === undefined,
    disabledCommands: options.withoutTls === true ? ['STARTTLS'] : [],
    closeTimeout: 100,
    onConnect(_session, done) {
      const now = turn();
      if (typeof now === 'object' && now.at === 'connect') {
        mails += 1;
        done(refusal(now.reply));
      } else done();
    },
    onAuth(auth, _session, done) {
      const secret = (auth.method === 'XOAUTH2' ? auth.accessToken : auth.password) ?? '';
      signIns.push({ method: auth.method, userName: auth.username ?? '', secret });
      if (accepts(auth)) done(null, { user: auth.username });
      else if (auth.method === 'XOAUTH2') done(null, { data: { status: '401' } });
      else done(new Error('wrong password'));
    },
    onMailFrom(_address, _session, done) {
      const now = turn();
      if (typeof now === 'object' && now.at === 'mail') {
        mails += 1;
        done(refusal(now.reply));
      } else done();
    },
    onRcptTo(_address, _session, done) {
      const now = turn();
      if (now === 'silence at rcpt') {
        mails += 1;
      } else if (typeof now === 'object' && now.at === 'rcpt') {
        mails += 1;
        done(refusal(now.reply));
      } else done();
    },
    onData(stream, session, done) {
      const now = turn();
      mails += 1;
      const parts: Buffer[] = [];
      if (now === 'drop at data') return dropAll();
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (now === 'drop after dot') return dropAll();
        if (now === 'silence after dot') return undefined;
        if (typeof now === 'object') return done(refusal(now.reply));
        const raw = Buffer.concat(parts);
        parseMail(raw, (error, mail) => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          if (error === null) delivered.push({ to, raw: raw.toString('utf8'), mail });
          done(error);
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', () => {
    made += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    delivered,
    signIns,
    connections: () => made,
    async close() {
      dropAll();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

/** A server that takes a connection and is told what to do with it. */
export async function startSocketServer(onSocket: (socket: Socket) => void): Promise<{ port: number; server: Server }> {
  const server = createServer(onSocket);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, server };
}

/** A port of this machine on which nobody listens. */
export async function deadPort(): Promise<number> {
  const { port, server } = await startSocketServer((socket) => socket.destroy());
  server.close();
  await once(server, 'close');
  return port;
}
