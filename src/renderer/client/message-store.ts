import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure, Result } from '../../preload/contract/result.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { Client } from './client.ts';
import type { Timers } from './ticker.ts';

/** How long an action can be taken back from here, and how long its message stays. */
export const undoMs = 10_000;

/** A text of the window by key, said again in the right language when that changes. */
export type Said = { key: TextKey; values?: Record<string, string | number> };
/** The way back from what is no event of a ticket. */
export type TakeBack = () => Promise<Result<unknown>>;
export type Message =
  | { kind: 'done'; id: number; said: Said; eventIds: readonly string[]; takeBack: TakeBack | null }
  | { kind: 'failed'; id: number; failure: Failure };

export function canTakeBack(message: Extract<Message, { kind: 'done' }>): boolean {
  return message.eventIds.length > 0 || message.takeBack !== null;
}

export type Messages = { shown: Message | null };
export type MessageStore = StoreApi<Messages> & {
  done(said: Said, eventIds?: readonly string[], takeBack?: TakeBack | null): void;
  failed(failure: Failure): void;
  dismiss(): void;
  /** Takes back the action that is shown, newest event first. */
  undo(): Promise<void>;
};

export function createMessageStore(client: Client, timers: Timers): MessageStore {
  const store = createStore<Messages>(() => ({ shown: null }));
  let handle: number | null = null;
  let counted = 0;

  function show(message: Message | null): void {
    if (handle !== null) timers.clear(handle);
    handle = message?.kind === 'done' ? timers.set(() => show(null), undoMs) : null;
    store.setState({ shown: message });
  }

  return Object.assign(store, {
    done: (said: Said, eventIds: readonly string[] = [], takeBack: TakeBack | null = null) =>
      show({ kind: 'done', id: ++counted, said, eventIds, takeBack }),
    failed: (failure: Failure) => show({ kind: 'failed', id: ++counted, failure }),
    dismiss: () => show(null),
    async undo() {
      const { shown } = store.getState();
      if (shown?.kind !== 'done' || !canTakeBack(shown)) {
        show({ kind: 'failed', id: ++counted, failure: { ok: false, code: 'NOTHING_TO_UNDO' } });
        return;
      }
      show(null);
      let failed: Failure | null = null;
      for (const eventId of [...shown.eventIds].reverse()) {
        const answer = await client.request('ticket.undo', { eventId });
        if (!answer.ok) failed = answer;
      }
      const other = (await shown.takeBack?.()) ?? null;
      if (other?.ok === false) failed = other;
      if (failed === null)
        show({ kind: 'done', id: ++counted, said: { key: 'messages.undone' }, eventIds: [], takeBack: null });
      else show({ kind: 'failed', id: ++counted, failure: failed });
    },
  });
}
