import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import type { Channel } from '../../../../preload/contract/values.ts';
import type { Client } from '../../../client/client.ts';
import type { KeptKey } from '../../../client/kept.ts';
import type { ChannelForm } from './channel-form.ts';

export type Channels = {
  /** Of all organizations; null until they are read. */
  views: readonly ChannelView[] | null;
  failure: Failure | null;
  /** What was typed and not saved, by `placeKey`. */
  forms: ReadonlyMap<string, ChannelForm>;
};
export type ChannelStore = StoreApi<Channels> & {
  read(): Promise<void>;
  /** @param form  null: as it is saved */
  type(organizationId: string, channel: Channel, form: ChannelForm | null): void;
};

export const channelsKey: KeptKey<ChannelStore> = {};

export function placeKey(organizationId: string, channel: Channel): string {
  return `${organizationId} ${channel}`;
}

/** Kept through other pages and a lock, as a draft is; secrets are no part of it. */
export function createChannelStore(client: Client): ChannelStore {
  const store = createStore<Channels>(() => ({ views: null, failure: null, forms: new Map() }));
  let asked = 0;
  return Object.assign(store, {
    async read() {
      const turn = ++asked;
      const answer = await client.request('channels.list', {});
      if (turn !== asked) return;
      store.setState(answer.ok ? { views: answer.value, failure: null } : { failure: answer });
    },
    type(organizationId: string, channel: Channel, form: ChannelForm | null) {
      const forms = new Map(store.getState().forms);
      if (form === null) forms.delete(placeKey(organizationId, channel));
      else forms.set(placeKey(organizationId, channel), form);
      store.setState({ forms });
    },
  });
}
