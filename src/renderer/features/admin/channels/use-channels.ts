import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import { onChanges } from '../../../client/change-feed.ts';
import { useServices } from '../../../client/services.tsx';
import { useAdmin } from '../frame/admin-context.tsx';
import { isBeingTried } from './channel-state.ts';
import { channelsKey, createChannelStore, type Channels, type ChannelStore } from './channel-store.ts';

/** A channel's figures move without a ticket's: nobody tells of them, so they are read again. ms */
const readAgainMs = 5_000;
/** While somebody waits for an answer. ms */
const readSoonMs = 700;

export type ChannelsOfOrganization = {
  store: ChannelStore;
  views: readonly ChannelView[] | null;
  failure: Channels['failure'];
};

/** The channels of the chosen organization, as they stand now. */
export function useChannels(): ChannelsOfOrganization {
  const { client, timers, kept } = useServices();
  const { organizationId } = useAdmin();
  const [store] = useState(() => kept.of(channelsKey, () => createChannelStore(client)));
  const { views: all, failure } = useStore(store);
  const views = all?.filter((view) => view.organizationId === organizationId) ?? null;
  const isWaiting = views?.some(isBeingTried) === true;

  useEffect(() => {
    void store.read();
    return onChanges(client, timers, () => void store.read());
  }, [client, timers, store]);
  useEffect(() => {
    let handle = timers.set(again, isWaiting ? readSoonMs : readAgainMs);
    function again(): void {
      void store.read();
      handle = timers.set(again, isWaiting ? readSoonMs : readAgainMs);
    }
    return () => timers.clear(handle);
  }, [timers, store, isWaiting]);
  return { store, views, failure };
}
