import { resolve } from 'node:path';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { addServiceCredential } from '../../store/key/add-slot.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { configurationOf } from '../configuration.ts';
import { exitCode } from '../exit-code.ts';
import { fileErrorWords } from '../file-error-words.ts';
import type { Io } from '../io.ts';
import type { Opened, Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk credential monitor.key --name "Wall monitor" --store centre
  wk monitor --store centre --credential-file monitor.key

Whoever holds the file opens the store: it is made readable for you alone, and is never written over.`;

/** `wk credential`: a file that opens the store for a monitor or a scheduled job, without anybody's password. */
export function addCredential(host: Host): void {
  withStoreOptions(host.program.command('credential <file>'))
    .description('make a service credential: a file that opens the store without a password')
    .requiredOption('--name <name>', 'what it is for, as administrators will see it')
    .addHelpText('after', examples)
    .action((file: string, options: StoreOptions & { name: string }) =>
      onStore(host, options, async (session, opened) => {
        const made = await makeCredential(host.io, session, opened, file, options.name);
        if (!made.ok) return made;
        await host.io.out.line(made.value);
        return success(exitCode.done);
      }),
    );
}

async function makeCredential(
  io: Io,
  session: Session,
  { directory, key }: Opened,
  file: string,
  name: string,
): Promise<Result<string>> {
  // A service credential must not make further ones: whoever copies it once could keep a way in for ever.
  if (session.userId === null) return failure('ACCESS_DENIED');
  // The configuration is for administrators alone, and so is this.
  const config = await configurationOf(session);
  if (!config.ok) return config;
  const path = resolve(io.cwd, file);
  try {
    const added = await addServiceCredential({
      directory,
      key,
      name,
      file: path,
      nowAt: io.now(),
      random: io.random,
    });
    return added.ok ? success(path) : added;
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) {
      return failure('BAD_INPUT', { key: file, why: `it cannot be made: ${fileErrorWords(cause)}` });
    }
    throw cause;
  }
}
