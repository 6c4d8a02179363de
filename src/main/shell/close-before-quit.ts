import type { App } from 'electron';

/** Quitting waits for the running batch and for the store to write its log back. */
export function closeBeforeQuit(app: App, close: () => Promise<void>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
