import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createSender } from '../../../src/main/channels/create-sender.ts';
import { nodeHttp } from '../../../src/main/monitor/node-http.ts';
import { createOutbox } from '../../../src/main/outbox/dispatcher.ts';
import { createSystemClock, thisMachine } from '../../../src/main/scheduler/system-clock.ts';
import type { Store } from '../../../src/main/store/store.ts';
import type { EmailSettings } from '../../../src/preload/contract/messages.ts';
import { channelWorker } from '../../support/program-files.ts';
import { asked, random, silent, unwrap, withBenchStore } from '../lib/bench-store.ts';
import { viewer } from '../lib/bench-tickets.ts';
import type { Figure } from '../lib/figures.ts';
import { beginWatch, endWatch, stallFigures } from '../lib/stalls.ts';

const MESSAGES = 10_000;
/** Mails a second, as the channel is configured. */
const RATE = 200;
const HOLD_MS = 10_000;
const sink = fileURLToPath(new URL('../lib/mail-sink.ts', import.meta.url));

type Sink = { port: number; authority: string; taken(): Promise<number>; close(): void };

async function startSink(): Promise<Sink> {
  const child = spawn(process.execPath, [sink], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const line = async (): Promise<string> => String((await once(lines, 'line'))[0]);
  const { port, authority } = JSON.parse(await line()) as { port: number; authority: string };
  const taken = async (): Promise<number> => {
    const answer = line();
    child.stdin.write('\n');
    return Number(await answer);
  };
  return { port, authority, taken, close: () => child.kill() };
}

function settingsOf({ port, authority }: Sink): EmailSettings {
  const plain = { auth: 'none', userName: '', oauth2: null, dkim: null } as const;
  const from = { fromName: 'Bench', fromAddress: 'desk@bench.example' };
  return {
    channel: 'email',
    host: '127.0.0.1',
    port,
    security: 'starttls',
    authorities: authority,
    rate: RATE,
    ...plain,
    ...from,
  };
}

/** Tickets whose contacts are told by mail; what they are told waits already. */
async function enqueue(store: Store, nowAt: number): Promise<void> {
  const config = unwrap(await store.query('config', {}, { viewerId: null, nowAt }));
  const saved = config.entities.find((entity) => entity.kind === 'organization_saved');
  if (saved === undefined) throw new Error('the bench has an organization');
  const messages = { quietHours: { from: '00:00', until: '00:00' }, contactChannels: ['email' as const] };
  const entities = [{ ...saved, value: { ...saved.value, messages } }];
  unwrap(await store.execute('save-config', { entities }, asked(nowAt)));
  const { organizationId, teamId } = viewer;
  for (let n = 0; n < MESSAGES; n += 1) {
    const input = {
      organizationId,
      teamId,
      assigneeId: null,
      sensitive: false,
      kind: 'complaint',
      subject: `Broken light ${n}`,
      description: '',
      category: 'light',
      severity: 'low',
      priority: 'low',
      contact: { name: `Caller ${n}`, phone: '', email: `caller.${n}@bench.example`, language: 'en' },
      place: { address: '', latitude: null, longitude: null },
    } as const;
    unwrap(await store.execute('ticket-command', { kind: 'create', input }, asked(nowAt, viewer.id)));
  }
}

/** Ten thousand messages that wait, through a mail server on this machine, while the main thread is watched. */
export async function outbox(): Promise<Figure[]> {
  const server = await startSink();
  return withBenchStore(1, async (store) => {
    const nowAt = Date.now() - HOLD_MS;
    const settings = settingsOf(server);
    const channel = { organizationId: viewer.organizationId, settings, secrets: [] };
    unwrap(await store.execute('save-channel', channel, asked(nowAt, viewer.id)));
    await enqueue(store, nowAt);

    const clock = createSystemClock(thisMachine());
    const sender = createSender({ workerEntry: channelWorker, http: nodeHttp({}), logger: silent });
    let sent = 0;
    const ended = Promise.withResolvers<void>();
    const onStep = ({ state }: { state: string }): void => {
      if (state === 'sent') sent += 1;
      if (sent === MESSAGES) ended.resolve();
    };
    const running = createOutbox({ store, sender, secrets: null, clock, random, logger: silent, onStep });
    const startedAt = performance.now();
    beginWatch();
    await running.start();
    await ended.promise;
    const stalls = endWatch();
    const seconds = (performance.now() - startedAt) / 1000;
    await running.stop();
    clock.stop();
    const taken = await server.taken();
    server.close();
    return [
      {
        name: '10,000 waiting messages through a mail server',
        value: MESSAGES / seconds,
        unit: '/s',
        limit: RATE * 0.9,
        atLeast: true,
        note: `configured: ${RATE}/s; ${taken} mails arrived`,
      },
      ...stallFigures('main-thread stalls meanwhile', stalls, { isNever: true }),
    ];
  });
}
