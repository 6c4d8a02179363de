import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which screen stands; each names all that it needs. */
export type Route =
  | { screen: 'queue' }
  | { screen: 'ticket'; ticketId: string; write?: 'reply' | 'note' }
  | { screen: 'intake' }
  | { screen: 'outbox' }
  | { screen: 'admin' }
  | { screen: 'whatif' };

export type Routes = {
  route: Route;
  /** Whose place it is: after a lock the same person comes back to it, another one does not. */
  userId: string | null;
  /** A ticket that a link or a notification asks for, until somebody is there to be shown it. */
  wanted: string | null;
};
export type RouteStore = StoreApi<Routes>;

export function createRouteStore(): RouteStore {
  return createStore<Routes>(() => ({ route: { screen: 'queue' }, userId: null, wanted: null }));
}

export function enter(store: RouteStore, userId: string): void {
  if (store.getState().userId !== userId) store.setState({ route: { screen: 'queue' }, userId });
}

export function want(store: RouteStore, ticketId: string): void {
  store.setState({ wanted: ticketId });
}

/** The person who has entered goes where they were asked to. */
export function followWanted(store: RouteStore): void {
  const { wanted } = store.getState();
  if (wanted !== null) store.setState({ route: { screen: 'ticket', ticketId: wanted }, wanted: null });
}

export function go(store: RouteStore, route: Route): void {
  store.setState({ route });
}
