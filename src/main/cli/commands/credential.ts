import { resolve } from 'node:path';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { addServiceCredential } from '../../store/key/add-slot.ts';
import { unlock } from '../../store/key/unlock.ts';
import { fail, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { fileErrorWords } from '../file-error-words.ts';
import { credentialFrom, openAt, type StoreOptions } from '../use-store.ts';

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
    .action(async (file: string, options: StoreOptions & { name: string }) => {
      const made = await makeCredential(host, file, options);
      if (!made.ok) return fail(host, made);
      await host.io.out.line(made.value);
      host.end(exitCode.done);
    });
}

async function makeCredential(
  { io }: Host,
  file: string,
  options: StoreOptions & { name: string },
): Promise<Result<string>> {
  const directory = resolve(io.cwd, options.store);
  const credential = await credentialFrom(io, options);
  if (!credential.ok) return credential;
  const unlocked = await unlock({ directory, credential: credential.value, secrets: null, nowAt: io.now() });
  if (!unlocked.ok) return unlocked;
  // A service credential must not make further ones: whoever copies it once could keep a way in for ever.
  if (unlocked.value.userId === null) return failure('ACCESS_DENIED');
  // Only who owns the store may change its header.
  const store = await openAt(io, directory, unlocked.value.key);
  if (!store.ok) return store;
  try {
    const context = { nowAt: io.now(), viewerId: unlocked.value.userId };
    // The configuration is for administrators alone, and so is this.
    const configuration = await store.value.query('config', {}, context);
    if (!configuration.ok) return configuration;
    const path = resolve(io.cwd, file);
    const { key } = unlocked.value;
    const added = await addServiceCredential({
      directory,
      key,
      name: options.name,
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
  } finally {
    await store.value.close();
  }
}
