import type { TicketEvent } from './events.ts';

/** The order of the fold: (`at`, `id`). Total, so any order of arrival gives the same row. */
export function byLogOrder(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** @returns ids of events that an undo has taken back; the void of a void is not offered and has no effect */
export function voidedIds(events: readonly TicketEvent[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const event of events) if (event.kind === 'voided') ids.add(event.body.eventId);
  return ids;
}
