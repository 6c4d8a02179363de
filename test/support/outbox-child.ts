// A desk's outbox in a process of its own, which ends itself by SIGKILL at a chosen point between asking the store or the network and
// hearing from it. Time is the test's: it goes on in steps and is told line by line, so that the next process takes it up.
// node outbox-child.ts JSON   prints `now MS` and, where it was not killed, `done WAITING UNKNOWN`
import { createSender } from '../../src/main/channels/create-sender.ts';
import { nodeHttp } from '../../src/main/monitor/node-http.ts';
import { nodeRandom } from '../../src/main/monitor/node-random.ts';
import { createOutbox } from '../../src/main/outbox/dispatcher.ts';
import type { Sender } from '../../src/main/ports/sender.ts';
import type { Channel } from '../../src/preload/contract/values.ts';
import { createManualClock } from '../../src/main/scheduler/manual-clock.ts';
import { openStore, type Store } from '../../src/main/store/store.ts';
import { people } from './centre.ts';
import { intake, storeOptions, unwrap } from './store-options.ts';
import { channelWorker } from './program-files.ts';

export type OutboxChildInput = {
  directory: string;
  key: string;
  /** Stands in for the provider. */
  provider: string;
  nowAt: number;
  /** Number of the point at which it ends; null: it does not. */
  killAt: number | null;
  /** Contacts of tickets that are made before anything is sent. */
  contacts: readonly { phone: string; email: string; channels: readonly Channel[] }[];
  /** Longest time that passes, ms. */
  forMs: number;
};

const input = JSON.parse(process.argv[2] ?? '{}') as OutboxChildInput;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = createManualClock(input.nowAt);
let points = 0;
let open = 0;

/** One more point between two things that happen: here the process may end. */
function pass(): void {
  points += 1;
  if (points === input.killAt) process.kill(process.pid, 'SIGKILL');
}

async function between<T>(run: () => Promise<T>): Promise<T> {
  pass();
  open += 1;
  try {
    return await run();
  } finally {
    open -= 1;
    pass();
  }
}

const key = Uint8Array.from(Buffer.from(input.key, 'hex'));
const store = unwrap(await openStore(storeOptions(input.directory, key, { nowAt: input.nowAt })));
const seed = (): string => Buffer.from(nodeRandom.bytes(32)).toString('hex');
for (const { phone, email, channels } of input.contacts) {
  const contact = { name: 'C', phone, email, language: 'en' as const, channels: [...channels] };
  const create = { kind: 'create' as const, input: { ...intake, contact } };
  unwrap(await store.execute('ticket-command', create, { nowAt: clock.now(), actorId: people.agent, seed: seed() }));
}

const watched: Pick<Store, 'execute' | 'query' | 'onChanged'> = {
  execute: (name, given, context) => between(() => store.execute(name, given, context)),
  query: (name, given, context) => store.query(name, given, context),
  onChanged: (listener) => store.onChanged(listener),
};
const standIns = { 'api.twilio.com': input.provider, 'content.twilio.com': input.provider };
const real = createSender({ workerEntry: channelWorker, http: nodeHttp({}), logger: quiet, standIns });
const sender: Sender = {
  ...real,
  send: (...given) => between(() => real.send(...given)),
  list: (...given) => between(() => real.list(...given)),
  fetch: (...given) => between(() => real.fetch(...given)),
};
const outbox = createOutbox({ store: watched, sender, secrets: null, clock, random: nodeRandom, logger: quiet });

async function settled(): Promise<void> {
  for (let still = 0; still < 10; still += 1) {
    if (open > 0) still = 0;
    await new Promise((next) => setImmediate(next));
  }
}

async function counts(): Promise<{ waiting: number; unknown: number; nextAt: number | null }> {
  const context = { viewerId: people.supervisor, nowAt: clock.now() };
  const page = unwrap(await store.query('outbox-page', { view: 'trouble', after: null, limit: 200 }, context));
  const { nextAt } = unwrap(await store.query('outbox-next', { keychain: false }, context));
  const unknown = page.items.filter(({ state }) => state === 'unknown').length;
  return { waiting: page.counts.waiting, unknown, nextAt };
}

await outbox.start();
await settled();
for (;;) {
  process.stdout.write(`now ${clock.now()}\n`);
  const { waiting, unknown, nextAt } = await counts();
  // Whoever is not killed hears of all that is with the provider too: what failed there goes the next way.
  const isIdle = input.killAt !== null && waiting === 0 && unknown === 0;
  const isOver = clock.now() - input.nowAt >= input.forMs || isIdle;
  if (isOver) {
    process.stdout.write(`done ${waiting} ${unknown}\n`);
    break;
  }
  clock.advance(Math.max(1_000, (nextAt ?? clock.now()) - clock.now()));
  await settled();
}
await outbox.stop();
await store.close();
