import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageName } from './page-names.ts';

/** Where in the administration somebody is; it stays through a look at the queue and through a lock. */
export type Place = {
  page: PageName;
  /** Of several organizations the one that the pages speak of; null until the configuration is read. */
  organizationId: string | null;
  /** The policy, calendar, rule or proposal that is open in its page; null: its list. */
  thingId: string | null;
  /** Field to go to, as a problem names it; taken away by whoever has put the focus there. */
  path: string | null;
};
export type PlaceStore = StoreApi<Place>;

export function createPlaceStore(): PlaceStore {
  return createStore<Place>(() => ({ page: 'policies', organizationId: null, thingId: null, path: null }));
}

/** Goes to a page, and in it to a thing and a field of it. */
export function goTo(store: PlaceStore, place: Partial<Place> & { page: PageName }): void {
  store.setState({ thingId: null, path: null, ...place });
}

/** Opens a thing in the page that stands; null: its list. */
export function openThing(store: PlaceStore, thingId: string | null): void {
  store.setState({ thingId, path: null });
}
