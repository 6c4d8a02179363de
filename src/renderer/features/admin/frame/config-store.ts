import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Configuration } from '../../../../preload/contract/configuration.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import type { Client } from '../../../client/client.ts';

/** The configuration as it is published. */
export type Config = { config: Configuration | null; failure: Failure | null };
export type ConfigStore = StoreApi<Config> & {
  /** On a failure what is known stays. */
  read(): Promise<void>;
};

export function createConfigStore(client: Client): ConfigStore {
  const store = createStore<Config>(() => ({ config: null, failure: null }));
  let asked = 0;
  return Object.assign(store, {
    async read() {
      const turn = ++asked;
      const answer = await client.request('config.get', {});
      // An answer that a later question has overtaken is older than what is shown.
      if (turn !== asked) return;
      store.setState(answer.ok ? { config: answer.value, failure: null } : { failure: answer });
    },
  });
}
