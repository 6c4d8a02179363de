import type { App, Session } from 'electron';

/**
 * Refuses whatever a page could use to leave its place: permissions, other pages, windows, webviews, downloads.
 * Links to the outside are shown as text; the desk opens nothing in a browser.
 */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Only the desk's own files: a release has no reason to reach anything else, and a hostile string no way to.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app:\/\/desk\/|devtools:|data:|blob:)/.test(details.url) });
  });
  session.setSpellCheckerDictionaryDownloadURL('app://none/');
}
