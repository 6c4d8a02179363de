import type { Command } from 'commander';
import type { Directory } from '../../../preload/contract/people.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { ticketJson } from '../output/ticket-json.ts';
import { ticketText } from '../output/ticket-text.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk ticket show 18-00269879 --store centre --password-file pw
  wk ticket show A7-000012 --store centre --json

One that you may not see is answered like one that is not there.`;

/** `wk ticket show NUMBER`: fields, clocks and timeline. */
export function addTicketShow(host: Host, parent: Command): void {
  withStoreOptions(parent.command('show <number>'))
    .description('a ticket with its clocks and timeline')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((number: string, options: StoreOptions & { json?: true }) =>
      onStore(host, options, async ({ store, queryContext }) => {
        const found = await store.query('find-ticket', { number }, queryContext());
        if (!found.ok) return failure(found.code, { what: 'ticket', ...found.params });
        const view = await store.query('ticket-view', found.value, queryContext());
        if (!view.ok) return failure(view.code, { what: 'ticket', ...view.params });
        const directory = await store.query('directory', {}, queryContext());
        const known: Directory = directory.ok ? directory.value : { organizations: [], teams: [], users: [] };
        if (options.json) await host.io.out.json(ticketJson(view.value, known));
        else await host.io.out.write(ticketText(view.value, known, host.io.now()));
        return success(exitCode.done);
      }),
    );
}
