import type { Command } from 'commander';
import { success } from '../../../preload/contract/result.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import type { StoreOptions } from '../use-store.ts';

const about = {
  resend: 'send a message again that failed, expired or was cancelled; the desk or a monitor does it when it runs',
  cancel: 'take a message back that has not left',
} as const;

/** `wk outbox resend` and `wk outbox cancel` */
export function addOutboxAct(host: Host, parent: Command, act: keyof typeof about): void {
  withStoreOptions(parent.command(`${act} <id>`))
    .description(about[act])
    .addHelpText(
      'after',
      `\nThe id is the first column of “wk outbox list”.\n\nExample:\n  wk outbox ${act} ID --store centre`,
    )
    .action((messageId: string, options: StoreOptions) =>
      onStore(host, options, async ({ store, commandContext }) => {
        const done = await store.execute('message-by-hand', { messageId, act }, commandContext());
        if (!done.ok) return done;
        await host.io.out.line(done.value.state);
        return success(exitCode.done);
      }),
    );
}
