import type { BrowserWindow } from 'electron';

/** The desk's one window, or none while it is closed. */
export type WindowKeeper = {
  current: () => BrowserWindow | null;
  /** Opens the window, or brings the one there is to the front. */
  open(): void;
  /** Hears of the window that stands and of each later one. */
  onOpened(listener: (window: BrowserWindow) => void): void;
};

/** @param make  a new window, whose page is on its way */
export function createWindowKeeper(make: () => BrowserWindow): WindowKeeper {
  let window: BrowserWindow | null = null;
  const listeners: ((window: BrowserWindow) => void)[] = [];

  return {
    current: () => window,
    open() {
      if (window !== null) {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
        return;
      }
      const opened = make();
      window = opened;
      opened.on('closed', () => {
        window = null;
      });
      for (const listener of listeners) listener(opened);
    },
    onOpened(listener) {
      listeners.push(listener);
      if (window !== null) listener(window);
    },
  };
}
