import { success } from '../../../preload/contract/result.ts';
import { onStore, withRecoveryKey, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk verify --store centre --password-file pw
  wk verify --store centre --credential-file monitor.key --json

Folds the whole log again and compares every row with it. Exit code 1: they differ.`;

/** `wk verify`: whether what the store shows is what its log says. */
export function addVerify(host: Host): void {
  withRecoveryKey(withStoreOptions(host.program.command('verify')))
    .description('fold the whole log again and compare it with the rows')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((options: StoreOptions & { json?: true }) =>
      onStore(host, options, async ({ store, queryContext }) => {
        const report = await store.query('verify', {}, queryContext());
        if (!report.ok) return report;
        const { events, tickets, differences, first } = report.value;
        if (options.json) {
          await host.io.out.json(report.value);
        } else {
          await host.io.out.line(`${tickets} tickets, ${events} events, ${differences} differences`);
          for (const { what, id, column, expected, found } of first) {
            const where = [what, id, column].filter((part) => part !== null).join(' ');
            await host.io.out.line(`  ${where}: expected ${expected ?? '-'}, found ${found ?? '-'}`);
          }
        }
        return success(differences === 0 ? exitCode.done : exitCode.looked);
      }),
    );
}
