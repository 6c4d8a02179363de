import type { Client } from './client.ts';
import type { Timers } from './ticker.ts';

/** How long typing must rest before a draft is saved; a crash loses no more than this. */
export const draftRestMs = 500;

export type DraftSaver = {
  read(key: string): Promise<string>;
  /** Saves once typing rests. An empty text forgets the draft. */
  save(key: string, text: string): void;
  /** Saves at once what still waits: before the window is locked or left. */
  flush(): Promise<void>;
};

export function createDraftSaver(client: Client, timers: Timers): DraftSaver {
  const waiting = new Map<string, { text: string; handle: number }>();

  async function send(key: string): Promise<void> {
    const draft = waiting.get(key);
    if (draft === undefined) return;
    timers.clear(draft.handle);
    waiting.delete(key);
    await client.request('draft.save', { key, text: draft.text });
  }

  return {
    async read(key) {
      const unsaved = waiting.get(key);
      if (unsaved !== undefined) return unsaved.text;
      const answer = await client.request('draft.get', { key });
      return answer.ok ? answer.value.text : '';
    },
    save(key, text) {
      const earlier = waiting.get(key);
      if (earlier !== undefined) timers.clear(earlier.handle);
      waiting.set(key, { text, handle: timers.set(() => void send(key), draftRestMs) });
    },
    async flush() {
      await Promise.all([...waiting.keys()].map(send));
    },
  };
}
