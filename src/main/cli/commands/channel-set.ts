import type { Command } from 'commander';
import {
  channelSettings,
  secretNames,
  type ChannelSettings,
  type SecretName,
} from '../../../preload/contract/messages.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { sealSecrets } from '../../outbox/channel-secrets.ts';
import { fail, onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { findOrganization } from '../find-by-name.ts';
import { say, type Io } from '../io.ts';
import { channelProblemText } from '../output/channel-problem-text.ts';
import { readTextFile } from '../read-text-file.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk channel set mail.json --org "Khanyamanzi Municipality" --secret password=mail-password.txt --store centre
  wk channel set sms.json --org "Khanyamanzi Municipality" --secret apiKeySecret=key.txt --store centre

The file holds the channel's settings as JSON, see docs/command-line.md. A secret is named with the file that holds it and
never typed, since every user of the machine could read it in the list of processes; it is kept in the encrypted store. A secret that is
not named stays as it is. What was held for want of the channel is sent from now on.`;

type SetFlags = StoreOptions & { org: string; secret?: string[] };

/** `wk channel set` */
export function addChannelSet(host: Host, parent: Command): void {
  withStoreOptions(parent.command('set <file>'))
    .description('set a channel of an organization up')
    .requiredOption('--org <name>', 'whose')
    .option('--secret <name=file...>', `a secret and the file that holds it: ${secretNames.join(', ')}`)
    .addHelpText('after', examples)
    .action(async (file: string, flags: SetFlags) => {
      const settings = await settingsFrom(host.io, file);
      if (!settings.ok) return fail(host, settings);
      const secrets = await secretsFrom(host.io, flags.secret ?? []);
      if (!secrets.ok) return fail(host, secrets);
      return onStore(host, flags, async ({ store, commandContext, queryContext }) => {
        const directory = await store.query('directory', {}, queryContext());
        if (!directory.ok) return directory;
        const organization = findOrganization(directory.value, flags.org);
        if (organization === undefined) return failure('NOT_FOUND', { what: 'organization' });
        const asked = { organizationId: organization.id, settings: settings.value, given: Object.keys(secrets.value) };
        const checked = await store.query('check-channel', asked, queryContext());
        if (!checked.ok) return checked;
        const { problems } = checked.value;
        if (problems.length > 0) return failure('BAD_INPUT', { key: file, why: channelProblemText(problems) });
        // Plain Node has no keychain.
        const sealed = await sealSecrets(null, secrets.value);
        const input = { organizationId: organization.id, settings: settings.value, secrets: sealed };
        const saved = await store.execute('save-channel', input, commandContext());
        if (!saved.ok) return saved;
        say(
          host.io,
          `${settings.value.channel} of ${organization.name} is set up. “wk channel test” sends a message through it.`,
        );
        return success(exitCode.done);
      });
    });
}

async function settingsFrom(io: Io, file: string): Promise<Result<ChannelSettings>> {
  const text = await readTextFile(io, file, 'FILE');
  if (!text.ok) return text;
  let json: unknown;
  try {
    json = JSON.parse(text.value);
  } catch {
    return failure('BAD_INPUT', { key: 'FILE', why: `${file}: it is not JSON` });
  }
  const parsed = channelSettings.safeParse(json);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  return failure('BAD_INPUT', { key: issue?.path.join('.') || 'FILE', why: issue?.message ?? 'not understood' });
}

/** One line end at the end of a file is dropped, as with passwords. */
async function secretsFrom(io: Io, named: readonly string[]): Promise<Result<Partial<Record<SecretName, string>>>> {
  const secrets: Partial<Record<SecretName, string>> = {};
  for (const each of named) {
    const at = each.indexOf('=');
    const name = secretNames.find((known) => known === each.slice(0, at));
    if (name === undefined)
      return failure('BAD_INPUT', { key: '--secret', why: `NAME=FILE, with one of ${secretNames.join(', ')}` });
    const text = await readTextFile(io, each.slice(at + 1), '--secret');
    if (!text.ok) return text;
    secrets[name] = text.value.replace(/\r?\n$/u, '');
  }
  return success(secrets);
}
