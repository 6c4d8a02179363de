import { resolve } from 'node:path';
import { Option } from 'commander';
import { success, type Result } from '../../../preload/contract/result.ts';
import { sampleSizes, type SampleSize } from '../../../preload/contract/values.ts';
import { installSample } from '../../sample/install-sample.ts';
import { createStore } from '../../store/key/create-store.ts';
import { randomId } from '../../store/make-id.ts';
import { fail, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { newPassword } from '../new-password.ts';
import { progressLine } from '../output/progress-line.ts';
import { storeMaker } from '../store-maker.ts';
import { openAt, sessionOf } from '../use-store.ts';

const examples = `
Examples:
  wk init --store centre --password-file pw
  wk init --store centre --sample small        (asks for the password)

Makes the store and its administrator “admin”, and prints the recovery key this once: keep it apart from the store.
A store is never written over.`;

type InitOptions = { store: string; passwordFile?: string; sample: SampleSize; seed: string; json?: true };
type Made = { store: string; administrator: string; recovery_key: string; sample: SampleSize; tickets: number };

/** `wk init`: a new store with its first administrator, and a sample centre if one is wanted. */
export function addInit(host: Host): void {
  host.program
    .command('init')
    .description('make a store and its administrator')
    .requiredOption('--store <dir>', 'folder to make the store in')
    .option('--password-file <file>', 'file that holds the password (else WK_PASSWORD_FILE, else it is asked for)')
    .addOption(
      new Option('--sample <size>', 'made-up centre to try things on').choices([...sampleSizes]).default('none'),
    )
    .option('--seed <text>', 'the same seed makes the same sample', 'watchkeeper')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (options: InitOptions) => {
      const made = await makeStore(host.io, options);
      if (!made.ok) return fail(host, made);
      if (options.json) await host.io.out.json(made.value);
      else await host.io.out.write(describe(made.value));
      host.end(exitCode.done);
    });
}

function describe(made: Made): string {
  const sample = made.sample === 'none' ? '' : `Sample centre: ${made.tickets} tickets\n`;
  return `Store: ${made.store}\nAdministrator: ${made.administrator}\n${sample}Recovery key (shown this once): ${made.recovery_key}\n`;
}

async function makeStore(io: Io, options: InitOptions): Promise<Result<Made>> {
  const directory = resolve(io.cwd, options.store);
  const file = options.passwordFile ?? (io.env['WK_PASSWORD_FILE'] || undefined);
  const named = options.passwordFile === undefined ? 'WK_PASSWORD_FILE' : '--password-file';
  const password = await newPassword(io, { userName: 'admin', file, named });
  if (!password.ok) return password;
  const user = storeMaker(randomId(io.now(), io.random));
  const created = await createStore({
    directory,
    user: { id: user.id, userName: user.userName },
    password: password.value,
    // Plain Node reaches no keychain: whoever uses the command line chooses the password alone.
    secrets: null,
    allowPasswordOnly: true,
    nowAt: io.now(),
    random: io.random,
  });
  if (!created.ok) return created;
  const opened = await openAt(io, directory, created.value.key);
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const { commandContext } = sessionOf(io, store, user.id);
    const entities = [{ kind: 'user_saved' as const, value: user }];
    // Nobody is there yet who could be allowed to.
    const saved = await store.execute('save-config', { entities }, { ...commandContext(), actorId: null });
    if (!saved.ok) return saved;
    const { sample: size, seed } = options;
    const made = {
      store: directory,
      administrator: user.userName,
      recovery_key: created.value.recoveryKey,
      sample: size,
    };
    if (size === 'none') return success({ ...made, tickets: 0 });
    const onProgress = progressLine(io, 'tickets made');
    const installed = await installSample(store, { size, seed, nowAt: io.now(), actorId: user.id }, onProgress);
    return installed.ok ? success({ ...made, tickets: installed.value.tickets }) : installed;
  } finally {
    await store.close();
  }
}
