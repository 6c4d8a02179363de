import type { BrowserWindow } from 'electron';
import type { Logger } from '../ports/logger.ts';
import { startPage } from './page-address.ts';

/** More crashes than this in a row are no accident: the window then stays as it is instead of blinking for ever. */
const MOST_RELOADS = 3;

/**
 * A page that crashed is loaded anew, by its address: one that crashed while it came up has nothing to go back to. The
 * engine, the store and the session live in main and went on meanwhile.
 */
export function comeBackAfterCrash(window: BrowserWindow, logger: Logger): void {
  let reloads = 0;
  const gone = (reason: string): void => {
    if (reason === 'clean-exit') return;
    logger.error('page_gone', { code: reason, count: reloads });
    reloads += 1;
    if (reloads > MOST_RELOADS) return;
    // In a turn of its own: within the event the page is still being taken down, and a load begun there can get lost.
    setImmediate(() => {
      if (!window.isDestroyed()) void window.loadURL(startPage);
    });
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => gone(reason));
  // Before anybody listened: the window is there first.
  if (window.webContents.isCrashed()) gone('crashed');
}
