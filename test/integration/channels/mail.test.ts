import { generateKeyPairSync } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/preload/contract/values.ts';
import type { Outgoing, Sender, SendOutcome } from '../../../src/main/ports/sender.ts';
import { makeAuthority } from '../../support/certificates.ts';
import { keptLog, mailChannel, outgoing, testSender } from '../../support/channel-parts.ts';
import { deadPort, startMailServer, startSocketServer, type MailServer, type Turn } from '../../support/mail-server.ts';

const accepted: SendOutcome = { kind: 'accepted', providerSid: null, providerStatus: null };
const refused = (code: string): SendOutcome => ({ kind: 'refused', code, retryAfterMs: null });

let sender: Sender;
const log = keptLog();
const open: { close(): unknown }[] = [];

async function serving(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  open.push(server);
  return server;
}

async function answering(onSocket: (socket: Socket) => void): Promise<number> {
  const { port, server } = await startSocketServer(onSocket);
  open.push(server);
  return port;
}

beforeAll(() => {
  sender = testSender({ logger: log.logger });
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(async () => {
  await sender.close();
});

describe('a mail arrives as it was written', () => {
  const texts: readonly { language: Language; subject: string; text: string; name: string }[] = [
    { language: 'en', subject: 'CT-1: in progress', text: 'It is being worked on.', name: 'Nomsa Dlamini' },
    { language: 'zu', subject: 'CT-1: kuyasetshenzwa', text: 'Isicelo sakho siyasetshenzwa.', name: 'uThandi' },
    {
      language: 'af',
      subject: 'CT-1: in behandeling – ê ë ô',
      text: 'Ons werk daaraan, môre is dit reg.',
      name: 'Zoë',
    },
    { language: 'ar', subject: 'CT-1: قيد التنفيذ', text: 'طلبك CT-1 قيد التنفيذ.', name: 'ليلى حداد' },
  ];
  test.each(texts)('in $language, in both parts', async ({ language, subject, text, name }) => {
    const server = await serving();
    const html = `<!doctype html><html lang="${language}"><body><p>${text}</p></body></html>`;
    const message = outgoing({ language, subject, text, html, recipientName: name });

    expect(await sender.send(message, mailChannel(server.port))).toEqual(accepted);

    const [{ mail, to } = { mail: null, to: [] }] = server.delivered;
    expect(to).toEqual(['nomsa@example.org']);
    expect(mail).toMatchObject({
      subject,
      from: { name: 'Khanyamanzi Municipality', address: 'desk@khanyamanzi.example' },
      to: [{ name, address: 'nomsa@example.org' }],
      messageId: '<7K2Q.m-1@khanyamanzi.example>',
    });
    expect(mail?.text?.trim()).toBe(text);
    expect(mail?.html?.trim()).toBe(html);
    const headers = new Map(mail?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe(language);
  });

  test('with the same Message-ID when it is tried again', async () => {
    const server = await serving({ turns: [{ at: 'rcpt', reply: 451 }, 'accept', 'accept'] });
    const through = mailChannel(server.port);
    expect(await sender.send(outgoing(), through)).toEqual(refused('RCPT_451'));
    expect(await sender.send(outgoing(), through)).toEqual(accepted);
    expect(await sender.send(outgoing(), through)).toEqual(accepted);
    expect(server.delivered.map(({ mail }) => mail.messageId)).toEqual(
      Array.from({ length: 2 }, () => '<7K2Q.m-1@khanyamanzi.example>'),
    );
  });

  test('signed with DKIM where a key is given', async () => {
    const server = await serving();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const dkimKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const through = mailChannel(
      server.port,
      { dkim: { domain: 'khanyamanzi.example', selector: 'desk' } },
      { dkimKey },
    );
    expect(await sender.send(outgoing(), through)).toEqual(accepted);
    const signature = server.delivered[0]?.mail.headers.find(({ key }) => key === 'dkim-signature')?.value ?? '';
    expect(signature.replaceAll(/\s+/g, '')).toMatch(
      /^v=1;a=rsa-sha256;.*d=khanyamanzi\.example;.*s=desk;.*bh=[A-Za-z0-9+/]{43}=;h=[^;]*from[^;]*;b=[A-Za-z0-9+/]{300,}=*$/i,
    );
  });

  const noRsa = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  test.each([
    ['no key', 'no key'],
    ['no RSA key', noRsa],
  ])('unless its DKIM key is %s, of which the server hears nothing', async (_name, dkimKey) => {
    const server = await serving();
    const through = mailChannel(server.port, { dkim: { domain: 'a.example', selector: 's' } }, { dkimKey });
    expect(await sender.send(outgoing(), through)).toEqual(refused('ECONFIG'));
    expect(await sender.probe(through)).toEqual({ ok: false, code: 'ECONFIG', retryAfterMs: null });
    expect(server.connections()).toBe(0);
  });
});

describe('what is typed into a form changes nothing but its own field', () => {
  test('a name and a subject with line breaks stay one line each', async () => {
    const server = await serving();
    const message = outgoing({
      recipientName: 'Nomsa\r\nBcc: thief@example.net',
      subject: 'Water\r\nBcc: thief@example.net\r\n\r\nAnother body',
    });
    expect(await sender.send(message, mailChannel(server.port))).toEqual(accepted);
    const [{ mail, to } = { mail: null, to: [] }] = server.delivered;
    expect(to).toEqual(['nomsa@example.org']);
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(mail?.subject).toBe('Water Bcc: thief@example.net Another body');
    expect(mail?.to?.[0]?.name).toBe('Nomsa Bcc: thief@example.net');
    expect(mail?.text?.trim()).toBe(message.text);
  });

  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://evil.example")'];
  test.each(formulas)('a formula stays the text that it is, in subject, name and body: %s', async (text) => {
    const server = await serving();
    const message = outgoing({ subject: text, recipientName: text, text });
    expect(await sender.send(message, mailChannel(server.port))).toEqual(accepted);
    const { mail } = server.delivered[0] ?? {};
    expect([mail?.subject, mail?.to?.[0]?.name, mail?.text?.trim()]).toEqual([text, text, text]);
    expect(mail?.attachments).toEqual([]);
  });

  test('what is encoded in a subject or a name is shown as it was typed, and decoded by nobody', async () => {
    const server = await serving();
    const text = '=?utf-8?B?QmNjOiB0aGllZg==?=';
    await sender.send(outgoing({ subject: text, recipientName: text, text }), mailChannel(server.port));
    const { mail } = server.delivered[0] ?? {};
    const parted = text.replaceAll('=?', '= ?');
    expect([mail?.subject, mail?.to?.[0]?.name, mail?.text?.trim()]).toEqual([parted, parted, text]);
  });

  test('a text that names a file or an address on the web is sent as that text', async () => {
    const server = await serving();
    const message = outgoing({ html: '<img src="file:///etc/hostname"><a href="https://example.net/x">x</a>' });
    expect(await sender.send(message, mailChannel(server.port))).toEqual(accepted);
    expect(server.delivered[0]?.mail.attachments).toEqual([]);
    expect(server.delivered[0]?.mail.html?.trim()).toBe(message.html);
  });

  const bad = [
    'nomsa@example.org, thief@example.net',
    'nomsa@example.org\r\nRCPT TO:<thief@example.net>',
    'nomsa@example.org>\r\nBcc: <thief@example.net',
    '"a b"@example.org',
    'Nomsa <nomsa@example.org>',
    'nobody',
    '',
  ];
  test.each(bad)('an address that is not one mailbox goes nowhere: %j', async (address) => {
    const server = await serving();
    expect(await sender.send(outgoing({ address }), mailChannel(server.port))).toEqual(refused('EENVELOPE'));
    expect(server.connections()).toBe(0);
  });
});

test('a sender’s address that is not one mailbox is a fault of the settings', async () => {
  const server = await serving();
  const through = mailChannel(server.port, { fromAddress: 'desk@khanyamanzi.example, thief@example.net' });
  expect(await sender.send(outgoing(), through)).toEqual(refused('ECONFIG'));
  expect(server.connections()).toBe(0);
});

describe('the mail server says why not', () => {
  const turns: readonly { turn: Turn; outcome: SendOutcome }[] = [
    // The server refuses whoever comes: nothing is wrong with the mail.
    { turn: { at: 'connect', reply: 554 }, outcome: refused('CONN_554') },
    { turn: { at: 'connect', reply: 421 }, outcome: refused('SMTP_421') },
    { turn: { at: 'rcpt', reply: 451 }, outcome: refused('RCPT_451') },
    { turn: { at: 'rcpt', reply: 452 }, outcome: refused('RCPT_452') },
    { turn: { at: 'rcpt', reply: 421 }, outcome: refused('SMTP_421') },
    { turn: { at: 'rcpt', reply: 550 }, outcome: refused('SMTP_550') },
    // The sender is refused: that is nobody's mailbox.
    { turn: { at: 'mail', reply: 553 }, outcome: refused('ECONFIG') },
    { turn: { at: 'data', reply: 554 }, outcome: refused('SMTP_554') },
    { turn: { at: 'data', reply: 451 }, outcome: refused('SMTP_451') },
    { turn: 'drop at data', outcome: refused('DROPPED_BEFORE_DATA') },
    { turn: 'drop after dot', outcome: { kind: 'unsure', code: 'DROPPED_AFTER_DATA' } },
  ];
  test.each(turns)('$turn → $outcome', async ({ turn, outcome }) => {
    const server = await serving({ turns: [turn, 'accept'] });
    const through = mailChannel(server.port);
    // Longer than what a connection holds, so that a drop in the middle finds some of it unsent.
    const text = 'A line that is sent again and again. '.repeat(60_000);
    const message = turn === 'drop at data' ? outgoing({ text, html: null }) : outgoing();
    expect(await sender.send(message, through)).toEqual(outcome);
    expect(await sender.send(outgoing(), through)).toEqual(accepted);
    expect(server.delivered).toHaveLength(1);
  });

  test('a line that drops before a word is said', async () => {
    const port = await answering((socket) => socket.destroy());
    expect(await sender.send(outgoing(), mailChannel(port))).toEqual(refused('DROPPED_BEFORE_DATA'));
  });
  test('nobody listens', async () => {
    const outcome = await sender.send(outgoing(), mailChannel(await deadPort()));
    expect(outcome).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
  });
  test('a host that does not exist', async () => {
    const outcome = await sender.send(outgoing(), mailChannel(25, { host: 'mail.invalid' }));
    expect(outcome).toEqual({ kind: 'unreachable', code: 'ENOTFOUND' });
  });
});

describe('a server that takes its time', () => {
  const WITHIN_MS = 400;
  let hasty: Sender;
  beforeAll(() => {
    hasty = testSender({ logger: log.logger, sendWithinMs: WITHIN_MS });
  });
  afterAll(() => hasty.close());

  test('is left in time: without its final dot no mail has gone out', async () => {
    const server = await serving({ turns: ['silence at rcpt', 'accept'] });
    expect(await hasty.send(outgoing(), mailChannel(server.port))).toEqual(refused('DROPPED_BEFORE_DATA'));
    expect(await hasty.send(outgoing(), mailChannel(server.port))).toEqual(accepted);
    expect(server.delivered).toHaveLength(1);
  });

  test('is left in time: what was handed over whole may have gone out', async () => {
    const server = await serving({ turns: ['silence after dot', 'accept'] });
    expect(await hasty.send(outgoing(), mailChannel(server.port))).toEqual({ kind: 'unsure', code: 'TIMEOUT' });
    expect(server.delivered).toEqual([]);
  });

  test('holds up no mail beyond its time that waits for a connection, and none of those leaves later', async () => {
    const server = await serving({ turns: ['silence at rcpt', 'silence at rcpt', 'accept'] });
    const many = Array.from({ length: 4 }, (_, n) =>
      outgoing({ messageId: `m-${n}`, headerMessageId: `${n}.m@x.example` }),
    );
    const outcomes = await Promise.all(many.map((message) => hasty.send(message, mailChannel(server.port))));
    expect(outcomes).toEqual(many.map(() => refused('DROPPED_BEFORE_DATA')));
    expect(await hasty.send(outgoing(), mailChannel(server.port))).toEqual(accepted);
    expect(server.delivered.map(({ mail }) => mail.messageId)).toEqual(['<7K2Q.m-1@khanyamanzi.example>']);
  });

  test('is left in time by whatever hangs before it: a proxy that is never found', async () => {
    const http = {
      request: () => new Promise<never>(() => undefined),
      proxyFor: () => new Promise<never>(() => undefined),
    };
    const lost = testSender({ http, sendWithinMs: WITHIN_MS });
    expect(await lost.send(outgoing(), mailChannel(25))).toEqual({ kind: 'unsure', code: 'TIMEOUT' });
    await lost.close();
  });
});

describe('nothing is said before TLS holds', () => {
  const securities = ['tls', 'starttls'] as const;
  test.each(securities)('%s to an authority that the administrator named', async (security) => {
    const server = await serving({ secure: security === 'tls' });
    const through = mailChannel(server.port, { security });
    expect(await sender.probe(through)).toEqual({ ok: true, value: null });
    expect(await sender.send(outgoing(), through)).toEqual(accepted);
  });
  test.each(securities)('%s to an authority that nobody knows', async (security) => {
    const server = await serving({ secure: security === 'tls', authMethods: ['PLAIN'] });
    const { authority } = makeAuthority('Another authority');
    const through = mailChannel(
      server.port,
      { security, authorities: authority, auth: 'password', userName: 'desk' },
      { password: 'p' },
    );
    expect(await sender.send(outgoing(), through)).toEqual(refused('ETLS'));
    expect(await sender.probe(through)).toEqual({ ok: false, code: 'ETLS', retryAfterMs: null });
    expect(server.signIns).toEqual([]);
  });
  test('a server without TLS', async () => {
    const server = await serving({ withoutTls: true, authMethods: ['PLAIN'] });
    const through = mailChannel(server.port, { auth: 'password', userName: 'desk' }, { password: 'p' });
    expect(await sender.send(outgoing(), through)).toEqual(refused('ETLS'));
    expect(server.signIns).toEqual([]);
  });
});

describe('signing in', () => {
  test.each(['PLAIN', 'LOGIN'])('by %s', async (method) => {
    const server = await serving({ authMethods: [method], accepts: ({ password }) => password === 'right' });
    const settings = { auth: 'password', userName: 'desk' } as const;
    expect(await sender.send(outgoing(), mailChannel(server.port, settings, { password: 'right' }))).toEqual(accepted);
    const wrong = mailChannel(server.port, settings, { password: 'wrong' });
    expect(await sender.send(outgoing(), wrong)).toEqual(refused('EAUTH'));
    expect(await sender.probe(wrong)).toEqual({ ok: false, code: 'EAUTH', retryAfterMs: null });
    expect(server.signIns.map(({ secret }) => secret)).toEqual(['right', 'wrong', 'wrong']);
  });
});

test('mails of one account share connections, of which there are two at most', async () => {
  const server = await serving();
  const through = mailChannel(server.port);
  const many: Outgoing[] = Array.from({ length: 12 }, (_, n) =>
    outgoing({ messageId: `m-${n}`, headerMessageId: `r.m-${n}@khanyamanzi.example` }),
  );
  const outcomes = await Promise.all(many.map((message) => sender.send(message, through)));
  expect(outcomes).toEqual(many.map(() => accepted));
  expect(server.connections()).toBeLessThanOrEqual(2);
  expect(new Set(server.delivered.map(({ mail }) => mail.messageId)).size).toBe(12);
});

test('a proxy is asked for a tunnel', async () => {
  const server = await serving();
  const asked: string[] = [];
  const proxyPort = await answering((socket) => {
    socket.once('data', (head: Buffer) => {
      asked.push(head.toString('latin1').split('\r\n')[0] ?? '');
      const there = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(there).pipe(socket);
      });
      there.on('error', () => socket.destroy());
      socket.on('error', () => there.destroy());
    });
  });
  const behind = testSender({
    http: { request: () => Promise.reject(new Error('unused')), proxyFor: async () => `127.0.0.1:${proxyPort}` },
  });
  // The name is the proxy's to find.
  expect(await behind.send(outgoing(), mailChannel(server.port, { host: 'localhost' }))).toEqual(accepted);
  expect(asked).toEqual([`CONNECT localhost:${server.port} HTTP/1.1`]);
  await behind.close();
});

test('closing lets a mail on its way arrive, and nothing leaves after it', async () => {
  const server = await serving();
  const own = testSender();
  const last = own.send(outgoing(), mailChannel(server.port));
  await own.close();
  expect(await last).toEqual(accepted);
  expect(await own.send(outgoing(), mailChannel(server.port))).toEqual({ kind: 'unreachable', code: 'CLOSED' });
  expect(server.delivered).toHaveLength(1);
});

test('nothing of all this stands in the log', () => {
  expect(log.lines).toEqual([]);
});
