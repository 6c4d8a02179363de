import { Option, type Command } from 'commander';
import { outboxViews, type MessageView, type UnjoinedMessage } from '../../../preload/contract/messages.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { channels, type Channel } from '../../../preload/contract/values.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { findOrganization } from '../find-by-name.ts';
import { instantJson, instantText, tableText } from '../output/words.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk outbox list --store centre --user ayanda --view trouble
  wk outbox list --store centre --password-file pw --org "Khanyamanzi Municipality" --json
  wk outbox list --store centre --user ayanda --unjoined

Newest first. For supervisors and up; an administrator sees how messages go, and not what they say or to whom.`;

type ListFlags = StoreOptions & {
  view: (typeof outboxViews)[number];
  org?: string;
  channel?: Channel;
  limit: string;
  unjoined?: true;
  json?: true;
};

const MOST = 200;

/** `wk outbox list` */
export function addOutboxList(host: Host, parent: Command): void {
  withStoreOptions(parent.command('list'))
    .description('messages with their state, newest first')
    .addOption(new Option('--view <view>', 'which').choices([...outboxViews]).default('all'))
    .addOption(new Option('--channel <channel>', 'of one channel').choices([...channels]))
    .option('--org <name>', 'of one organization')
    .option('--limit <n>', `at most, up to ${MOST}`, '50')
    .addOption(new Option('--unjoined', 'what contacts wrote and belongs to no ticket').conflicts('view'))
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((flags: ListFlags) =>
      onStore(host, flags, async ({ store, queryContext }) => {
        const limit = Number(flags.limit);
        if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
          return failure('BAD_INPUT', { key: '--limit', why: `a whole number from 1 to ${MOST}` });
        const directory = await store.query('directory', {}, queryContext());
        if (!directory.ok) return directory;
        const organization = flags.org === undefined ? undefined : findOrganization(directory.value, flags.org);
        if (flags.org !== undefined && organization === undefined)
          return failure('NOT_FOUND', { what: 'organization' });
        const asked = {
          view: flags.view,
          channel: flags.channel,
          organizationId: organization?.id,
          after: null,
          limit,
        };
        if (flags.unjoined) {
          const unjoined = await store.query('unjoined-inbound', asked, queryContext());
          if (!unjoined.ok) return unjoined;
          if (flags.json) await host.io.out.json({ unjoined: unjoined.value.map(unjoinedJson) });
          else await host.io.out.write(tableText(unjoined.value.map(unjoinedCells)));
          return success(exitCode.done);
        }
        const page = await store.query('outbox-page', asked, queryContext());
        if (!page.ok) return page;
        const { items, counts } = page.value;
        if (flags.json) await host.io.out.json({ messages: items.map(jsonOf), counts });
        else await host.io.out.write(tableText(items.map(cells)));
        return success(exitCode.done);
      }),
    );
}

/** Keys are documented in docs/command-line.md. */
function jsonOf(view: MessageView): Record<string, unknown> {
  const { id, number, kind, channel, recipient, address, critical, state, code, tries } = view;
  return {
    id,
    number,
    kind,
    channel,
    recipient: { kind: recipient.kind, name: recipient.name, address },
    critical,
    state,
    code,
    created_at: instantJson(view.createdAt),
    sent_at: instantJson(view.sentAt),
    next_at: instantJson(view.nextAt),
    tries: tries.map((each) => ({ at: instantJson(each.at), what: each.what, state: each.state, code: each.code })),
  };
}

function cells({ id, number, kind, channel, state, code, createdAt }: MessageView): string[] {
  return [id, instantText(createdAt), number, channel, kind, state, code ?? ''];
}

function unjoinedJson({ id, channel, address, at, text }: UnjoinedMessage): Record<string, unknown> {
  return { id, channel, address, at: instantJson(at), text };
}

function unjoinedCells({ channel, address, at, text }: UnjoinedMessage): string[] {
  return [instantText(at), channel, address, text.replaceAll(/\s+/gu, ' ')];
}
