import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which screen stands; each names all that it needs. */
export type Route = { screen: 'queue' } | { screen: 'ticket'; ticketId: string } | { screen: 'intake' };

export type Routes = {
  route: Route;
  /** Whose place it is: after a lock the same person comes back to it, another one does not. */
  userId: string | null;
};
export type RouteStore = StoreApi<Routes>;

export function createRouteStore(): RouteStore {
  return createStore<Routes>(() => ({ route: { screen: 'queue' }, userId: null }));
}

export function enter(store: RouteStore, userId: string): void {
  if (store.getState().userId !== userId) store.setState({ route: { screen: 'queue' }, userId });
}

export function go(store: RouteStore, route: Route): void {
  store.setState({ route });
}
