import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Directory } from '../../preload/contract/people.ts';
import type { Client } from './client.ts';

export type Organization = Directory['organizations'][number];
export type Team = Directory['teams'][number];
export type Person = Directory['users'][number];

export type Names = {
  organizations: ReadonlyMap<string, Organization>;
  teams: ReadonlyMap<string, Team>;
  users: ReadonlyMap<string, Person>;
};
export type DirectoryStore = StoreApi<Names>;

export function createDirectoryStore(): DirectoryStore {
  return createStore<Names>(() => ({ organizations: new Map(), teams: new Map(), users: new Map() }));
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Reads the directory again; on a failure the names that are known stay. */
export async function readDirectory(client: Client, store: DirectoryStore): Promise<void> {
  const answer = await client.request('directory.get', {});
  if (!answer.ok) return;
  const { organizations, teams, users } = answer.value;
  store.setState({ organizations: byId(organizations), teams: byId(teams), users: byId(users) });
}

/** People to whom a ticket of this organization can be given: active, of the organization, cleared where it is sensitive. */
export function assignable(names: Names, organizationId: string, sensitive: boolean): Person[] {
  return [...names.users.values()].filter(
    (user) =>
      user.active &&
      user.organizationIds.includes(organizationId) &&
      (!sensitive || user.clearedFor.includes(organizationId)),
  );
}

export function teamsOf(names: Names, organizationId: string): Team[] {
  return [...names.teams.values()].filter((team) => team.organizationId === organizationId);
}
