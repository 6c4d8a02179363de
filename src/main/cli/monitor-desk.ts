import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { success, type Result } from '../../preload/contract/result.ts';
import { createSender, type SenderParts } from '../channels/create-sender.ts';
import { defaultStoreDirectory } from '../monitor/data-directory.ts';
import { logLines } from '../monitor/log-lines.ts';
import { nodeHttp } from '../monitor/node-http.ts';
import { line } from '../monitor/report-work.ts';
import { runDesk } from '../monitor/run-desk.ts';
import { installSample } from '../sample/install-sample.ts';
import { createSystemClock, thisMachine } from '../scheduler/system-clock.ts';
import { addServiceCredential } from '../store/key/add-slot.ts';
import { createStore } from '../store/key/create-store.ts';
import type { Credential } from '../store/key/unlock.ts';
import { randomId } from '../store/make-id.ts';
import { storeFiles } from '../store/store-files.ts';
import type { Store } from '../store/store.ts';
import { errorText } from './error-text.ts';
import { exitCode, exitCodeOf, type ExitCode } from './exit-code.ts';
import { say, type Io } from './io.ts';
import { channelWorker } from './program-files.ts';
import { storeMaker } from './store-maker.ts';
import { credentialFrom, openAt, unlockAt, type StoreOptions } from './use-store.ts';

/** The same desk without a window, under plain Node: the always-on desk of a centre. */
export type MonitorOptions = Omit<StoreOptions, 'store'> & { store?: string };

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
