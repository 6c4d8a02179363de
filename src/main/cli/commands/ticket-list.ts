import { InvalidArgumentError, Option, type Command } from 'commander';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { queueViews, type QueuePage, type QueueRow, type QueueView } from '../../../preload/contract/tickets.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { findOrganization } from '../find-by-name.ts';
import { rowJson } from '../output/ticket-json.ts';
import { clockText, tableText } from '../output/words.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const PAGE = 200;

const examples = `
Examples:
  wk ticket list --store centre --view breached --limit 20
  wk ticket list --store centre --org "Umkhumbi Municipality" --json

The earliest deadline comes first, as in the queue of the desk.`;

type ListFlags = StoreOptions & { view: QueueView; org?: string; limit: number; json?: true };

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000)
    throw new InvalidArgumentError('Write a number from 1 to 1000000.');
  return number;
}

/** `wk ticket list`: a view of the queue. */
export function addTicketList(host: Host, parent: Command): void {
  withStoreOptions(parent.command('list'))
    .description('tickets of a view, the earliest deadline first')
    .addOption(new Option('--view <name>', 'view of the queue').choices([...queueViews]).default('all'))
    .option('--org <name>', 'only this organization')
    .option('--limit <n>', 'how many at most', wholeNumber, 50)
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((flags: ListFlags) =>
      onStore(host, flags, async (session) => {
        const rows = await read(session, flags);
        if (!rows.ok) return rows;
        const nowAt = host.io.now();
        if (flags.json) await host.io.out.json({ tickets: rows.value.map(rowJson) });
        else await host.io.out.write(tableText(rows.value.map((row) => cells(row, nowAt))));
        return success(exitCode.done);
      }),
    );
}

async function read({ store, queryContext }: Session, flags: ListFlags): Promise<Result<QueueRow[]>> {
  let organizationId: string | undefined;
  if (flags.org !== undefined) {
    const directory = await store.query('directory', {}, queryContext());
    if (!directory.ok) return directory;
    organizationId = findOrganization(directory.value, flags.org)?.id;
    if (organizationId === undefined) return failure('NOT_FOUND', { what: 'organization' });
  }
  const rows: QueueRow[] = [];
  let after: string | null = null;
  do {
    const limit = Math.min(PAGE, flags.limit - rows.length);
    const of = organizationId === undefined ? {} : { organizationId };
    const page: Result<QueuePage> = await store.query(
      'queue-page',
      { view: flags.view, sort: 'due', after, limit, ...of },
      queryContext(),
    );
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    after = page.value.next;
  } while (after !== null && rows.length < flags.limit);
  return success(rows);
}

function cells(row: QueueRow, nowAt: number): string[] {
  const { clocks } = row;
  const clock = clocks.resolution.kind === 'none' ? clocks.response : clocks.resolution;
  return [row.number, row.status, row.level > 0 ? `level ${row.level}` : '', clockText(clock, nowAt), row.subject];
}
