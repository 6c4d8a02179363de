import { runMonitor } from '../monitor-desk.ts';
import { withStoreOptions, type Host } from '../command-host.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk monitor --store centre --credential-file monitor.key
  wk monitor --store centre --password-file pw

Works off what is due, within a second of its instant, and prints what it does line by line until it is stopped
(Ctrl+C or SIGTERM). A credential for it is made by “wk credential”.`;

/** `wk monitor`: the same desk without a window, the always-on one of a centre. */
export function addMonitor(host: Host): void {
  withStoreOptions(host.program.command('monitor'))
    .description('run the desk without a window')
    .addHelpText('after', examples)
    .action(async (options: StoreOptions) => host.end(await runMonitor(host.io, options)));
}
