import type { Directory } from '../../../preload/contract/people.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { explainJson } from '../explain/explain-json.ts';
import { explainText } from '../explain/explain-text.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk explain 18-00269879 --store centre --password-file pw
  wk explain A7-000012 --store centre --json

Why is it due then, why was no reminder sent, why was it not escalated: derived from the ticket's events, its policy,
calendar and rules. Nothing is changed, and what is due is not worked off. Times are the organization's; in JSON, UTC.`;

/** `wk explain NUMBER`: why a ticket's deadlines, reminders and levels are what they are. */
export function addExplain(host: Host): void {
  withStoreOptions(host.program.command('explain <number>'))
    .description("why a ticket's deadlines, reminders and escalations are what they are, or are not")
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((number: string, options: StoreOptions & { json?: true }) =>
      onStore(host, options, async ({ store, queryContext }) => {
        const found = await store.query('find-ticket', { number }, queryContext());
        if (!found.ok) return failure(found.code, { what: 'ticket', ...found.params });
        const told = await store.query('explain-ticket', found.value, queryContext());
        if (!told.ok) return failure(told.code, { what: 'ticket', ...told.params });
        if (options.json) {
          await host.io.out.json(explainJson(told.value));
          return success(exitCode.done);
        }
        const directory = await store.query('directory', {}, queryContext());
        const known: Directory = directory.ok ? directory.value : { organizations: [], teams: [], users: [] };
        await host.io.out.write(explainText(told.value, known));
        return success(exitCode.done);
      }),
    );
}
