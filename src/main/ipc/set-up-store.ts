import { success, type Result } from '../../preload/contract/result.ts';
import type { DeskLanguage, SampleSize } from '../../preload/contract/values.ts';
import { firstAdministrator } from '../domain/config/first-administrator.ts';
import { installSample } from '../sample/install-sample.ts';
import { createStore } from '../store/key/create-store.ts';
import { randomId } from '../store/make-id.ts';
import type { Store } from '../store/store.ts';
import { commandContext, openDeskStore, type DeskParts } from './open-desk-store.ts';

/** One seed, one centre: what a page of the documentation shows is what everybody's desk has. */
const SAMPLE_SEED = 'watchkeeper';

export type SetUp = {
  userName: string;
  displayName: string;
  language: DeskLanguage;
  password: string;
  sample: SampleSize;
  allowPasswordOnly: boolean;
};
export type SetUpStore = { store: Store; key: Uint8Array; userId: string; recoveryKey: string };

/**
 * Makes a store with its first administrator and, if asked, the sample centre.
 * @param onProgress  tickets of the sample that are in, of how many
 * @returns the open store; what `createStore` and `openStore` return as failures
 */
export async function setUpStore(
  parts: DeskParts,
  input: SetUp,
  onProgress: (done: number, of: number) => void,
): Promise<Result<SetUpStore>> {
  const { directory, secrets, clock, random } = parts;
  const userId = randomId(clock.now(), random);
  const created = await createStore({
    directory,
    user: { id: userId, userName: input.userName },
    password: input.password,
    secrets,
    allowPasswordOnly: input.allowPasswordOnly,
    nowAt: clock.now(),
    random,
  });
  if (!created.ok) return created;
  const { key, recoveryKey } = created.value;
  const store = await openDeskStore(parts, key);
  if (!store.ok) return store;
  // The administrator first: whatever fails after this, the store can be signed in to.
  const saved = await saveAdministrator(parts, store.value, { id: userId, ...input });
  if (!saved.ok) return closing(store.value, saved);
  if (input.sample !== 'none') {
    const sample = { size: input.sample, seed: SAMPLE_SEED, nowAt: clock.now(), actorId: userId };
    const installed = await installSample(store.value, sample, onProgress);
    if (!installed.ok) return closing(store.value, installed);
  }
  return success({ store: store.value, key, userId, recoveryKey });
}

/** Also what completes a set-up that was cut off between the store's header and its first user. */
export function saveAdministrator(
  parts: DeskParts,
  store: Store,
  person: Parameters<typeof firstAdministrator>[0],
): Promise<Result<unknown>> {
  const entities = [{ kind: 'user_saved' as const, value: firstAdministrator(person) }];
  return store.execute('save-config', { entities }, commandContext(parts, null));
}

async function closing<T>(store: Store, result: T): Promise<T> {
  await store.close();
  return result;
}
