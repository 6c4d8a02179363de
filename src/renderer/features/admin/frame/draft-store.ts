import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConfigChange, ConfigChecked, ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import type { Client } from '../../../client/client.ts';
import type { Timers } from '../../../client/ticker.ts';
import type { ConfigStore } from './config-store.ts';
import { currentVersion } from './published.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { canonical, keyOf } from './things.ts';

/** A draft is checked once typing rests this long. */
export const checkRestMs = 300;

/** Why a text is no value; told as a problem of this code. */
export type UnreadCode = 'DURATION_UNREADABLE' | 'NUMBER_UNREADABLE' | 'DATE_UNREADABLE' | 'DATE_TAKEN';
export type UnreadText = { thing: ConfigThing; path: string; text: string; code: UnreadCode };

export function fieldKey(thing: ConfigThing, path: string): string {
  return `${keyOf(thing)} ${path}`;
}

export type Draft = {
  /** What is to be published, by `keyOf` its thing. */
  changes: ReadonlyMap<string, ConfigChange>;
  /** Typed texts that nothing can be read from yet, by `fieldKey`; they stand in the way of publishing. */
  unread: ReadonlyMap<string, UnreadText>;
  /** What `config.check` says of these changes; while `isChecking`, of those before. Null: never asked. */
  checked: ConfigChecked | null;
  isChecking: boolean;
  failure: Failure | null;
};

/**
 * What an administrator has changed and not published: one draft for all pages of the administration. It is kept in memory
 * through pages and a lock (`kept.ts`).
 *
 * A page plugs in so: it reads a thing with `useThings(kind)` or `useThing(kind, id)`, which show the draft over what is
 * published; on every keystroke it hands the whole new value to `change({ kind, basedOn, value })`, with `basedOn` as the
 * thing's view gives it; under each field it shows `useProblems(thing, path)`. A field whose text is no value yet (`1 d 4`)
 * gives the text to `type` and takes it back with null once it is read. Checking, publishing, preview and proposing are the
 * bar's business, which stands below every page.
 */
export type DraftStore = StoreApi<Draft> & {
  /** A value that equals what is published takes the change away: whoever went back has changed nothing. */
  change(change: ConfigChange): void;
  /** @param text  null: the field can be read */
  type(thing: ConfigThing, path: string, text: string | null, code?: UnreadCode): void;
  /** Forgets the changes of these things, of all where none are named. */
  drop(things?: readonly ConfigThing[]): void;
  /** Checks at once: what is published may have changed under the draft. */
  check(): Promise<void>;
};

const nothing: Draft = { changes: new Map(), unread: new Map(), checked: null, isChecking: false, failure: null };

export function createDraftStore(client: Client, timers: Timers, configs: ConfigStore): DraftStore {
  const store = createStore<Draft>(() => nothing);
  let waiting: number | null = null;
  let asked = 0;

  function stopWaiting(): void {
    if (waiting !== null) timers.clear(waiting);
    waiting = null;
  }
  async function check(): Promise<void> {
    stopWaiting();
    const turn = ++asked;
    const changes = [...store.getState().changes.values()];
    if (changes.length === 0) {
      store.setState({ checked: null, isChecking: false, failure: null });
      return;
    }
    store.setState({ isChecking: true });
    const answer = await client.request('config.check', { changes });
    if (turn !== asked) return;
    store.setState(
      answer.ok
        ? { checked: answer.value, isChecking: false, failure: null }
        : { checked: null, isChecking: false, failure: answer },
    );
  }
  function checkSoon(): void {
    stopWaiting();
    store.setState({ isChecking: true });
    waiting = timers.set(() => void check(), checkRestMs);
  }
  function isPublished(change: ConfigChange): boolean {
    const { config } = configs.getState();
    const current = config === null ? null : currentVersion(config, thingOf(change));
    return current !== null && canonical(current.value) === canonical(change.value);
  }

  return Object.assign(store, {
    change(change: ConfigChange) {
      const changes = new Map(store.getState().changes);
      const key = keyOf(thingOf(change));
      if (isPublished(change)) changes.delete(key);
      else changes.set(key, change);
      store.setState({ changes });
      checkSoon();
    },
    type(thing: ConfigThing, path: string, text: string | null, code: UnreadCode = 'DURATION_UNREADABLE') {
      const unread = new Map(store.getState().unread);
      if (text === null) unread.delete(fieldKey(thing, path));
      else unread.set(fieldKey(thing, path), { thing, path, text, code });
      store.setState({ unread });
    },
    drop(things?: readonly ConfigThing[]) {
      if (things === undefined) {
        store.setState({ changes: new Map(), unread: new Map() });
      } else {
        const keys = new Set(things.map(keyOf));
        const { changes, unread } = store.getState();
        store.setState({
          changes: new Map([...changes].filter(([key]) => !keys.has(key))),
          unread: new Map([...unread].filter(([, { thing }]) => !keys.has(keyOf(thing)))),
        });
      }
      void check();
    },
    check,
  });
}
