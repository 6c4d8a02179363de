import { useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeptKey } from '../../../client/kept.ts';
import { useServices } from '../../../client/services.tsx';

/** Which ticket the rules of an organization are tried on, by organization. */
type Tried = { numbers: Readonly<Record<string, string>> };

const triedKey: KeptKey<StoreApi<Tried>> = {};

/** It stays while a rule is opened and edited: whoever tries hours out comes back to the same ticket. */
export function useTriedNumber(organizationId: string): [number: string | null, set: (number: string) => void] {
  const { kept } = useServices();
  const [store] = useState(() => kept.of(triedKey, () => createStore<Tried>(() => ({ numbers: {} }))));
  const number = useStore(store, ({ numbers }) => numbers[organizationId] ?? '');
  return [
    number === '' ? null : number,
    (next) => store.setState(({ numbers }) => ({ numbers: { ...numbers, [organizationId]: next } })),
  ];
}
