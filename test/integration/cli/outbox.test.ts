import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliFolder, ended, wk, type CliRun } from '../../support/cli-run.ts';
import { emailSettings } from '../../support/outbox-desk.ts';
import { authority, deadPort, startMailServer, type MailServer } from '../../support/mail-server.ts';

const folder = cliFolder();
const town = 'Khanyamanzi Municipality';
const inStore = (...args: string[]): Promise<CliRun> => wk([...args, '--store', 'centre'], { cwd: folder.path });
const asAdmin = (...args: string[]): Promise<CliRun> => inStore(...args, '--password-file', 'pw');
const asAgent = (...args: string[]): Promise<CliRun> => inStore(...args, '--user', 'thandi', '--password-file', 'pw');
const inTown = ['--org', town];

type Message = { id: string; number: string; channel: string; state: string; recipient: { name: string } };
const listed = async (as: typeof asAdmin, ...args: string[]): Promise<Message[]> =>
  (JSON.parse(ended(await as('outbox', 'list', '--json', ...args)).stdout) as { messages: Message[] }).messages;

let server: MailServer;
const settings = (port: number): string =>
  folder.file(
    'mail.json',
    JSON.stringify({
      ...emailSettings,
      host: '127.0.0.1',
      port,
      auth: 'password',
      userName: 'desk',
      authorities: authority,
    }),
  );

beforeAll(async () => {
  server = await startMailServer({ authMethods: ['PLAIN'] });
  ended(await wk(['init', '--store', 'centre', '--password-file', 'pw', '--sample', 'small'], { cwd: folder.path }));
  const added = ['user', 'add', 'thandi', '--display', 'Thandi', '--new-password-file', 'pw', ...inTown];
  ended(await asAdmin(...added, '--role', 'agent', '--role', 'supervisor'));
  const ticket = ['ticket', 'create', ...inTown, '--subject', 'Burst pipe', '--email', 'sipho@example.org'];
  ended(await asAgent(...ticket, '--contact-name', 'Sipho'));
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

describe('wk outbox', () => {
  it('tells what is held while no channel is set up', async () => {
    const [own] = await listed(asAgent);
    expect(own).toMatchObject({ channel: 'email', state: 'held', recipient: { name: 'Sipho' } });
  });

  it('takes a message back and sends it again', async () => {
    const [message] = await listed(asAgent);
    const id = message?.id ?? '';
    expect(ended(await asAgent('outbox', 'cancel', id)).stdout).toBe('cancelled\n');
    expect(await asAgent('outbox', 'cancel', id)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('UNDO_TOO_LATE') as string,
    });
    expect(ended(await asAgent('outbox', 'resend', id)).stdout).toBe('queued\n');
    expect((await asAgent('outbox', 'list', '--view', 'waiting')).stdout).toContain(id);
  });

  it('lists what contacts wrote and belongs to no ticket, beside no view', async () => {
    expect(JSON.parse(ended(await asAgent('outbox', 'list', '--unjoined', '--json')).stdout)).toEqual({ unjoined: [] });
    expect(await asAgent('outbox', 'list', '--unjoined', '--view', 'sent')).toMatchObject({ code: 2 });
  });
});

describe('wk channel', () => {
  it('sets a channel up from files, and shows of a secret only that it is kept', async () => {
    folder.file('secret', 'the mail password\n');
    ended(await asAdmin('channel', 'set', settings(server.port), ...inTown, '--secret', 'password=secret'));
    const { stdout } = ended(await asAdmin('channel', 'list', '--json'));
    const { channels } = JSON.parse(stdout) as { channels: { organization: string; channel: string }[] };
    expect(channels.find((each) => each.organization === town && each.channel === 'email')).toMatchObject({
      state: 'working',
      settings: { host: '127.0.0.1' },
      secrets: [{ name: 'password', kept_by: 'store' }],
    });
    expect(stdout).not.toContain('the mail password');
  });

  it('says all that is wrong with settings, and saves none of it', async () => {
    const wrong = { ...emailSettings, host: 'no server', fromAddress: 'nobody' };
    const { code, stderr } = await asAdmin(
      'channel',
      'set',
      folder.file('wrong.json', JSON.stringify(wrong)),
      ...inTown,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('host: it is no name of a server');
    expect(stderr).toContain('fromAddress: it is no mail address');
    expect(ended(await asAdmin('channel', 'list', '--json')).stdout).not.toContain('no server');
  });

  it('sends one test message, and nothing else that waits', async () => {
    const run = ended(await asAdmin('channel', 'test', 'email', ...inTown, '--to', 'me@example.org'));
    expect(run.stdout).toBe('sent\n');
    expect(server.delivered.map(({ to }) => to)).toEqual([['me@example.org']]);
    expect(server.signIns.at(-1)).toMatchObject({ userName: 'desk', secret: 'the mail password' });
  });

  it('says why a test message did not leave', async () => {
    const elsewhere = settings(await deadPort());
    expect((await asAdmin('channel', 'set', elsewhere, ...inTown)).stderr).toContain('given for another server');
    ended(await asAdmin('channel', 'set', elsewhere, ...inTown, '--secret', 'password=secret'));
    const run = await asAdmin('channel', 'test', 'email', ...inTown, '--to', 'me@example.org');
    expect(run).toMatchObject({ code: 1, stdout: 'retry ECONNREFUSED\n' });
  });

  it.each([
    [['channel', 'set', 'nothing.json', ...inTown], 'BAD_INPUT'],
    [['channel', 'set', 'pw', ...inTown], 'it is not JSON'],
    [['channel', 'set', 'mail.json', ...inTown, '--secret', 'password'], 'NAME=FILE'],
    [['channel', 'set', 'mail.json', '--org', 'Nowhere'], 'NOT_FOUND'],
  ])('refuses %j', async (args, word) => {
    const run = await asAdmin(...args);
    expect(run.code).not.toBe(0);
    expect(run.stderr).toContain(word);
  });

  it('is for administrators', async () => {
    expect((await asAgent('channel', 'set', 'mail.json', ...inTown)).stderr).toContain('ACCESS_DENIED');
  });
});
