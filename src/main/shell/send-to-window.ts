import type { BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '../../preload/contract/routes.ts';

export type SendToWindow = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** Tells the window something unasked; without a window it is dropped, since a new one asks anew. */
export function sendToWindow(window: () => BrowserWindow | null): SendToWindow {
  return (event, payload) => {
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send('watchkeeper:event', event, payload);
  };
}
