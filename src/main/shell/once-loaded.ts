import type { BrowserWindow } from 'electron';

/** Hears that a window's page has come up, or that it will not: whatever becomes of it. It may hear so more than once. */
export function onceLoaded(window: Pick<BrowserWindow, 'once' | 'webContents'>, listener: () => void): void {
  window.webContents.once('did-stop-loading', listener);
  window.webContents.once('render-process-gone', listener);
  window.once('closed', listener);
}
