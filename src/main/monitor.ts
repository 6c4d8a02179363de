import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failure, success, type Result } from '../preload/contract/result.ts';
import { createSender, type SenderParts } from './channels/create-sender.ts';
import { errorText } from './cli/error-text.ts';
import { exitCode, exitCodeOf, type ExitCode } from './cli/exit-code.ts';
import { processIo, say, type Io } from './cli/io.ts';
import { storeMaker } from './cli/store-maker.ts';
import { credentialFrom, openAt, unlockAt, type StoreOptions } from './cli/use-store.ts';
import { defaultStoreDirectory } from './monitor/data-directory.ts';
import { logLines } from './monitor/log-lines.ts';
import { nodeHttp } from './monitor/node-http.ts';
import { line } from './monitor/report-work.ts';
import { runDesk } from './monitor/run-desk.ts';
import { installSample } from './sample/install-sample.ts';
import { createSystemClock, thisMachine } from './scheduler/system-clock.ts';
import { addServiceCredential } from './store/key/add-slot.ts';
import { createStore } from './store/key/create-store.ts';
import type { Credential } from './store/key/unlock.ts';
import { randomId } from './store/make-id.ts';
import { storeFiles } from './store/store-files.ts';
import type { Store } from './store/store.ts';

/**
 * The same desk without a window, under plain Node: the always-on desk of a centre, and what `npm start` runs where there
 * is no display.
 */
export type MonitorOptions = Omit<StoreOptions, 'store'> & { store?: string };

const channelWorker = new URL('./channels/worker/entry.ts', import.meta.url);

const usage = `Watchkeeper's desk without a window: works off what is due and says what it does.

  --store DIR             folder of the store (default: this user's own, made with a sample centre if it is not there)
  --user NAME             whose password opens it (default: admin)
  --password-file FILE    file that holds the password (else WK_PASSWORD_FILE, else it is asked for)
  --credential-file FILE  service credential instead of a user and password
`;

/** What lies beside a store that was made without anybody at the keyboard. */
function filesBeside(directory: string): { password: string; credential: string } {
  const folder = dirname(directory);
  return { password: join(folder, 'administrator-password.txt'), credential: join(folder, 'monitor.credential') };
}

/** Makes the default store with the small sample centre. Nobody is asked: password and credential go into files. */
async function makeDefaultStore(io: Io, directory: string): Promise<Result<Store>> {
  const files = filesBeside(directory);
  const { random } = io;
  mkdirSync(dirname(directory), { recursive: true, mode: 0o700 });
  // The password first, and never over another: a store that nobody can open is worse than none.
  if (!existsSync(files.password)) {
    const made = Buffer.from(random.bytes(18)).toString('base64url');
    writeFileSync(files.password, `${made}\n`, { mode: 0o600, flag: 'wx' });
  }
  const password = readFileSync(files.password, 'utf8').trim();
  const user = storeMaker(randomId(io.now(), random));
  const created = await createStore({
    directory,
    user: { id: user.id, userName: user.userName },
    password,
    secrets: null,
    allowPasswordOnly: true,
    nowAt: io.now(),
    random,
  });
  if (!created.ok) return created;
  const { key } = created.value;
  const opened = await openAt(io, directory, key);
  if (!opened.ok) return opened;
  const store = opened.value;
  const seed = Buffer.from(random.bytes(32)).toString('hex');
  const entities = [{ kind: 'user_saved' as const, value: user }];
  const saved = await store.execute('save-config', { entities }, { nowAt: io.now(), seed, actorId: null });
  if (!saved.ok) return saved;
  await addServiceCredential({ directory, key, name: 'monitor', file: files.credential, nowAt: io.now(), random });
  say(io, `made ${directory} with a small sample centre`);
  say(io, `password of “${user.userName}”: ${files.password}`);
  say(io, `service credential, by which this desk opens it from now on: ${files.credential}`);
  const sample = { size: 'small' as const, seed: 'watchkeeper', nowAt: io.now(), actorId: user.id };
  const installed = await installSample(store, sample, () => undefined);
  return installed.ok ? opened : installed;
}

async function credentialOf(io: Io, directory: string, options: MonitorOptions): Promise<Result<Credential>> {
  const { credential } = filesBeside(directory);
  const named = options.credentialFile ?? options.passwordFile ?? (io.env['WK_PASSWORD_FILE'] || undefined);
  if (named === undefined && options.store === undefined && existsSync(credential))
    return success({ kind: 'service', file: credential });
  return credentialFrom(io, { ...options, store: directory });
}

async function openMonitored(io: Io, directory: string, options: MonitorOptions): Promise<Result<Store>> {
  if (options.store === undefined && !existsSync(storeFiles(directory).header)) return makeDefaultStore(io, directory);
  const credential = await credentialOf(io, directory, options);
  if (!credential.ok) return credential;
  const unlocked = await unlockAt(io, directory, credential.value);
  return unlocked.ok ? openAt(io, directory, unlocked.value.key) : unlocked;
}

/**
 * Runs until SIGTERM or SIGINT.
 * @returns the exit code; 2 when there is nothing to unlock the store with, 3 when another program has it
 */
export async function runMonitor(io: Io, options: MonitorOptions): Promise<ExitCode> {
  const stopped = new Promise<void>((stop) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop());
  });
  const directory = options.store === undefined ? defaultStoreDirectory() : resolve(io.cwd, options.store);
  const opened = await openMonitored(io, directory, options);
  if (!opened.ok) {
    say(io, `watchkeeper: ${opened.code}: ${errorText(opened)}`);
    return exitCodeOf(opened.code);
  }
  const store = opened.value;
  const clock = createSystemClock(thisMachine());
  const logger = logLines(
    () => clock.now(),
    (text) => void io.err.write(text),
  );
  const tell = (text: string): void => void io.out.line(text);
  tell(line(clock.now(), 'open', `desk ${store.info.deskCode}`, directory));
  const makeSender = (onRenewed: NonNullable<SenderParts['onRenewed']>): ReturnType<typeof createSender> =>
    createSender({ workerEntry: channelWorker, http: nodeHttp(io.env), logger, onRenewed });
  await runDesk({ store, clock, random: io.random, logger, makeSender }, tell, stopped);
  await store.close();
  await io.out.line(line(Date.now(), 'closed'));
  return exitCode.done;
}

/** @returns BAD_INPUT for what is no option of the monitor */
function readOptions(argv: readonly string[]): Result<MonitorOptions | 'help'> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { store: text, user: text, 'password-file': text, 'credential-file': text, help: { type: 'boolean' } },
    });
    if (values.help === true) return success('help');
    const { store, 'password-file': passwordFile, 'credential-file': credentialFile } = values;
    return success({
      user: values.user ?? 'admin',
      ...(store !== undefined && { store }),
      ...(passwordFile !== undefined && { passwordFile }),
      ...(credentialFile !== undefined && { credentialFile }),
    });
  } catch (error) {
    return failure('BAD_INPUT', { key: 'arguments', why: error instanceof Error ? error.message : 'not understood' });
  }
}

async function main(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const options = readOptions(argv);
  if (!options.ok) {
    say(io, errorText(options));
    return exitCode.usage;
  }
  if (options.value !== 'help') return runMonitor(io, options.value);
  await io.out.write(usage);
  return exitCode.done;
}

if (import.meta.main) process.exitCode = await main(processIo(), process.argv.slice(2));
