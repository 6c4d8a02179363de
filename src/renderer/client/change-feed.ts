import type { Client } from './client.ts';
import type { Timers } from './ticker.ts';

/** Changes that come within this time are read once: an import commits many times a second. */
export const gatherMs = 200;

export type Changes = { ticketIds: ReadonlySet<string> | null; directory: boolean };

/**
 * The change feed, gathered. `ticketIds` null: too many to name, read again.
 * @returns what stops listening
 */
export function onChanges(client: Client, timers: Timers, listener: (changes: Changes) => void): () => void {
  let ids = new Set<string>();
  let many = false;
  let directory = false;
  let handle: number | null = null;

  function tell(): void {
    const changes: Changes = { ticketIds: many ? null : ids, directory };
    ids = new Set();
    many = false;
    directory = false;
    handle = null;
    listener(changes);
  }
  const stop = client.on('store.changed', (change) => {
    for (const id of change.ticketIds) ids.add(id);
    many ||= change.many;
    directory ||= change.directory;
    handle ??= timers.set(tell, gatherMs);
  });
  return () => {
    stop();
    if (handle !== null) timers.clear(handle);
  };
}
