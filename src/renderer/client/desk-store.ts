import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeskInfo, DeskState, DeskTime } from '../../preload/contract/people.ts';
import type { DeskLanguage, Theme } from '../../preload/contract/values.ts';

/** What the window knows of the desk before and after sign-in. */
export type Desk = {
  info: DeskInfo;
  /** The first run is on screen, although the desk is made by now: its recovery key is still to be written down. */
  isSettingUp: boolean;
};
export type DeskStore = StoreApi<Desk>;

export function createDeskStore(info: DeskInfo): DeskStore {
  return createStore<Desk>(() => ({ info, isSettingUp: false }));
}

export function takeInfo(store: DeskStore, info: DeskInfo): void {
  store.setState({ info });
}

export function takeState(store: DeskStore, state: DeskState): void {
  store.setState(({ info }) => ({ info: { ...info, state } }));
}

export function takeTime(store: DeskStore, time: DeskTime): void {
  store.setState(({ info }) => (info.movedByMs === time.movedByMs ? {} : { info: { ...info, ...time } }));
}

/** The language of the person who is signed in, else the desk's. */
export function languageOf(info: DeskInfo): DeskLanguage {
  return info.state.stage === 'ready' ? info.state.user.language : info.language;
}

export type Preferences = {
  language?: DeskLanguage;
  theme?: Theme;
  singleKeys?: boolean;
  keys?: Record<string, string>;
};
