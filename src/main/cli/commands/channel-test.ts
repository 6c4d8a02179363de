import { Option, type Command } from 'commander';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { channels, type Channel } from '../../../preload/contract/values.ts';
import { createSender } from '../../channels/create-sender.ts';
import { nodeHttp } from '../../monitor/node-http.ts';
import type { OutboxStep } from '../../outbox/outbox.ts';
import { sendOne } from '../../outbox/send-one.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { findOrganization } from '../find-by-name.ts';
import type { Io } from '../io.ts';
import { channelWorker } from '../program-files.ts';
import { stderrLogger } from '../stderr-logger.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk channel test email --org "Khanyamanzi Municipality" --to me@example.org --store centre
  wk channel test sms --org "Khanyamanzi Municipality" --to "082 123 4567" --store centre

Sends one message now, and nothing else that waits. Exit code 1: it did not leave; the code says why.`;

type TestFlags = StoreOptions & { org: string; to: string };

/** `wk channel test` */
export function addChannelTest(host: Host, parent: Command): void {
  withStoreOptions(
    parent.command('test').addArgument(parent.createArgument('<channel>', 'which').choices([...channels])),
  )
    .description('send a test message to an address of yours')
    .requiredOption('--org <name>', 'whose channel')
    .addOption(new Option('--to <address>', 'address of mail, or a telephone number').makeOptionMandatory())
    .addHelpText('after', examples)
    .action((channel: Channel, flags: TestFlags) =>
      onStore(host, flags, (session) => test(host.io, session, channel, flags)),
    );
}

async function test(io: Io, session: Session, channel: Channel, { org, to }: TestFlags): Promise<Result<ExitCode>> {
  const { store, commandContext, queryContext } = session;
  const directory = await store.query('directory', {}, queryContext());
  if (!directory.ok) return directory;
  const organization = findOrganization(directory.value, org);
  if (organization === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const input = { organizationId: organization.id, channel, address: to };
  const made = await store.execute('test-send', input, commandContext());
  if (!made.ok) return made;
  const step = await send(io, session, made.value.messageId);
  if (!step.ok) return step;
  await io.out.line(step.value === null ? 'held' : [step.value.state, step.value.code ?? ''].join(' ').trim());
  return success(step.value?.state === 'sent' ? exitCode.done : exitCode.looked);
}

async function send(io: Io, { store }: Session, messageId: string): Promise<Result<OutboxStep | null>> {
  const logger = stderrLogger(io.err);
  const sender = createSender({ workerEntry: channelWorker, http: nodeHttp(io.env), logger });
  // Nothing waits here for an instant: one message leaves now.
  const clock = { now: () => io.now(), wakeAt: () => () => undefined, movedByMs: () => null };
  try {
    return await sendOne({ store, sender, secrets: null, clock, random: io.random, logger }, messageId);
  } finally {
    await sender.close();
  }
}
