import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { SessionUser } from '../../preload/contract/people.ts';
import type { CommandRegistry } from './command-registry.ts';
import type { Client } from './client.ts';
import type { ClosingsStore } from './closings-store.ts';
import type { DeskClock } from './desk-clock.ts';
import type { Desk, DeskStore } from './desk-store.ts';
import type { DirectoryStore, Names } from './directory-store.ts';
import type { DraftSaver } from './draft-saver.ts';
import type { Kept } from './kept.ts';
import type { MessageStore } from './message-store.ts';
import type { Ticker, Timers } from './ticker.ts';
import type { TextPart } from '../i18n/start-i18n.ts';

/** What the composition root of the window makes once and hands down; nothing of it lives at module level. */
export type Services = {
  client: Client;
  clock: DeskClock;
  closings: ClosingsStore;
  ticker: Ticker;
  timers: Timers;
  desk: DeskStore;
  directory: DirectoryStore;
  drafts: DraftSaver;
  commands: CommandRegistry;
  messages: MessageStore;
  kept: Kept;
  /** Fetches texts that come with the screens that need them. */
  loadTexts: (part: TextPart) => Promise<void>;
};

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('the window was rendered without its services');
  return services;
}

export function useDesk<T>(select: (desk: Desk) => T): T {
  return useStore(useServices().desk, select);
}

export function useNames(): Names {
  return useStore(useServices().directory);
}

/** The person who is signed in; only screens behind the sign-in may ask. */
export function useUser(): SessionUser {
  const state = useDesk((desk) => desk.info.state);
  if (state.stage !== 'ready') throw new Error('nobody is signed in');
  return state.user;
}
