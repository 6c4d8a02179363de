import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigProblem, ConfigThing, Configuration } from '../../../../preload/contract/configuration.ts';
import type { Client } from '../../../client/client.ts';
import type { KeptKey } from '../../../client/kept.ts';
import type { Timers } from '../../../client/ticker.ts';
import { createConfigStore, type ConfigStore } from './config-store.ts';
import { createDraftStore, type Draft, type DraftStore } from './draft-store.ts';
import { createPlaceStore, type Place, type PlaceStore } from './place-store.ts';
import { viewsOf, type ThingView } from './views.ts';
import { problemsAt } from './field-problems.ts';

/** What the pages of the administration share. */
export type Admin = { configs: ConfigStore; drafts: DraftStore; places: PlaceStore };

export const adminKey: KeptKey<Admin> = {};

export function createAdmin(client: Client, timers: Timers): Admin {
  const configs = createConfigStore(client);
  return { configs, drafts: createDraftStore(client, timers, configs), places: createPlaceStore() };
}

/** The configuration is read before any page is drawn. */
export type AdminContextValue = Admin & { config: Configuration; organizationId: string };
export const AdminContext = createContext<AdminContextValue | null>(null);

export function useAdmin(): AdminContextValue {
  const admin = use(AdminContext);
  if (admin === null) throw new Error('a page of the administration was rendered outside it');
  return admin;
}

export function useDraft<T>(select: (draft: Draft) => T): T {
  return useStore(useAdmin().drafts, select);
}

export function usePlace<T>(select: (place: Place) => T): T {
  return useStore(useAdmin().places, select);
}

/** Everything of a kind in the chosen organization, the draft over what is published. */
export function useThings<K extends ConfigKind>(kind: K): ThingView<K>[] {
  const { config, organizationId } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  return viewsOf(config, changes, kind, organizationId);
}

/** @returns null for what is neither published nor in the draft */
export function useThing<K extends ConfigKind>(kind: K, id: string): ThingView<K> | null {
  return useThings(kind).find((view) => view.id === id) ?? null;
}

/** Problems of a field and of what lies in it, errors first; with no path all of the thing. */
export function useProblems(thing: ConfigThing, path = ''): ConfigProblem[] {
  const checked = useDraft((draft) => draft.checked);
  const unread = useDraft((draft) => draft.unread);
  return problemsAt({ checked, unread }, thing, path);
}
