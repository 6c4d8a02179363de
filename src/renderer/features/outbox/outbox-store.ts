import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageView, OutboxPage } from '../../../preload/contract/messages.ts';
import type { Failure, Result } from '../../../preload/contract/result.ts';
import type { Channel } from '../../../preload/contract/values.ts';
import type { Client } from '../../client/client.ts';
import type { KeptKey } from '../../client/kept.ts';

export type OutboxView = keyof OutboxPage['counts'];
/** What is looked at; null: whatever there is. */
export type OutboxWish = { view: OutboxView; organizationId: string | null; channel: Channel | null };

export type Outbox = {
  wish: OutboxWish;
  items: readonly MessageView[];
  next: OutboxPage['next'];
  counts: OutboxPage['counts'] | null;
  stage: 'loading' | 'ready';
  failure: Failure | null;
};

export type OutboxStore = StoreApi<Outbox> & {
  wishFor(wish: Partial<OutboxWish>): Promise<void>;
  /** Reads again as far as the list had come. */
  reload(): Promise<void>;
  more(): Promise<void>;
};

export const outboxKey: KeptKey<OutboxStore> = {};

export const outboxPageLimit = 100;

export function createOutboxStore(client: Client): OutboxStore {
  const store = createStore<Outbox>(() => ({
    wish: { view: 'all', organizationId: null, channel: null },
    items: [],
    next: null,
    counts: null,
    stage: 'loading',
    failure: null,
  }));
  let latest = 0;
  let isReading = false;
  let isStale = false;

  function ask({ view, organizationId, channel }: OutboxWish, after: OutboxPage['next']): Promise<Result<OutboxPage>> {
    return client.request('outbox.page', {
      view,
      ...(organizationId === null ? {} : { organizationId }),
      ...(channel === null ? {} : { channel }),
      after,
      limit: outboxPageLimit,
    });
  }

  /** Pages from the newest on until there are `wanted` messages; what another wish has overtaken is thrown away. */
  async function read(wanted: number): Promise<void> {
    const mine = ++latest;
    const { wish } = store.getState();
    const items: MessageView[] = [];
    let after: OutboxPage['next'] = null;
    for (;;) {
      // One page after another: each says where the next begins.
      const answer: Result<OutboxPage> = await ask(wish, after);
      if (mine !== latest) return;
      if (!answer.ok) return store.setState({ failure: answer, stage: 'ready' });
      const { next, counts } = answer.value;
      items.push(...answer.value.items);
      after = next;
      if (next === null || items.length >= wanted)
        return store.setState({ items, next, counts, failure: null, stage: 'ready' });
    }
  }

  /** What changes while it reads is read once more: were each to begin anew, a busy outbox would never be through. */
  async function readAgain(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      await read(Math.max(1, store.getState().items.length));
    }
    isReading = false;
  }

  return Object.assign(store, {
    async wishFor(wish: Partial<OutboxWish>) {
      store.setState((state) => ({ wish: { ...state.wish, ...wish }, items: [], next: null, stage: 'loading' }));
      await read(1);
    },
    reload: readAgain,
    async more() {
      const { next, items } = store.getState();
      if (next !== null) await read(items.length + 1);
    },
  });
}
