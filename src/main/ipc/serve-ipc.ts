import { ipcMain, type BrowserWindow } from 'electron';
import { failure, type Result } from '../../preload/contract/result.ts';
import { isOwnSender } from './sender-check.ts';

/**
 * The one channel on which the window asks.
 * @param origin  of the desk's own page
 */
export function serveIpc(
  window: () => BrowserWindow | null,
  origin: string,
  handle: (name: unknown, text: unknown) => Promise<Result<unknown>>,
): void {
  ipcMain.handle('watchkeeper:request', (event, name: unknown, text: unknown) => {
    const contents = window()?.webContents;
    const frame = event.senderFrame;
    const sender = {
      mainFrame: frame !== null && frame === event.sender.mainFrame,
      ownWindow: contents !== undefined && contents === event.sender,
      url: frame?.url ?? null,
    };
    return isOwnSender(sender, origin) ? handle(name, text) : failure('ACCESS_DENIED');
  });
}
