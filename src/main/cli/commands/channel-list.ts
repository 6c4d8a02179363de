import type { Command } from 'commander';
import type { ChannelView } from '../../../preload/contract/messages.ts';
import type { Directory } from '../../../preload/contract/people.ts';
import { success } from '../../../preload/contract/result.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { instantJson, instantText, tableText } from '../output/words.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk channel list --store centre --password-file pw
  wk channel list --store centre --password-file pw --json

Secrets are written and never shown: only which are kept, and where.`;

/** `wk channel list` */
export function addChannelList(host: Host, parent: Command): void {
  withStoreOptions(parent.command('list'))
    .description('how each channel stands')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((options: StoreOptions & { json?: true }) =>
      onStore(host, options, async ({ store, queryContext }) => {
        const read = await store.query('channels', {}, queryContext());
        if (!read.ok) return read;
        const directory = await store.query('directory', {}, queryContext());
        if (!directory.ok) return directory;
        const named = read.value.map((view) => ({ view, organization: nameOf(directory.value, view) }));
        if (options.json) await host.io.out.json({ channels: named.map(jsonOf) });
        else await host.io.out.write(tableText(named.map(cells)));
        return success(exitCode.done);
      }),
    );
}

type Named = { view: ChannelView; organization: string };

function nameOf({ organizations }: Directory, { organizationId }: ChannelView): string {
  return organizations.find(({ id }) => id === organizationId)?.name ?? organizationId;
}

/** Keys are documented in docs/command-line.md. */
function jsonOf({ view, organization }: Named): Record<string, unknown> {
  const { channel, state, code, settings, secrets, sent, failed, held } = view;
  return {
    organization,
    channel,
    state,
    code,
    since: instantJson(view.stateSince),
    last_success_at: instantJson(view.lastSuccessAt),
    settings,
    secrets: secrets.map(({ name, keptBy, savedAt }) => ({ name, kept_by: keptBy, saved_at: instantJson(savedAt) })),
    last_24_h: { sent, failed, held },
  };
}

function cells({ view, organization }: Named): string[] {
  const { channel, state, code, lastSuccessAt, sent, failed, held } = view;
  const counts = `sent ${sent}, failed ${failed}, held ${held}`;
  return [organization, channel, state, code ?? '', `last success ${instantText(lastSuccessAt)}`, counts];
}
