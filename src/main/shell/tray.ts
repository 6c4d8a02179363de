import { Menu, Tray, nativeImage } from 'electron';
import { trayTemplate, type MenuActions } from './menu.ts';
import type { ShellText } from './shell-texts.ts';
import { trayIcon, trayIconAlert } from './tray-icon.ts';

export type DeskTray = {
  /** Breached and escalated tickets of the signed-in user. */
  count(count: number): void;
  /** After a change of language or session. */
  refresh(signedIn: boolean): void;
};

/** Without a system tray (some Linux desktops) the program works on; the icon is only a second way in. */
export function createTray(text: ShellText, actions: MenuActions): DeskTray {
  const quiet = nativeImage.createFromDataURL(trayIcon);
  const alert = nativeImage.createFromDataURL(trayIconAlert);
  const tray = new Tray(quiet);
  let shown = 0;
  const tip = (): void => tray.setToolTip(shown === 0 ? text('trayTipNone') : text('trayTip', { count: shown }));
  tray.on('click', () => actions.openWindow());
  return {
    count(count) {
      shown = count;
      tray.setImage(count > 0 ? alert : quiet);
      tip();
    },
    refresh(signedIn) {
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(text, actions, signedIn)));
      tip();
    },
  };
}
