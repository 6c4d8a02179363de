import type { MenuItemConstructorOptions } from 'electron';
import type { ShellText } from './shell-texts.ts';

/** What a menu or the tray can ask of the program. */
export type MenuActions = {
  /** Runs a command of the window's keyboard table, by its name there. */
  command(name: string): void;
  openWindow(): void;
  quit(): void;
};

/**
 * The program's menu. Accelerators are those that a text field does not need: single keys belong to the window, and
 * Ctrl+Alt+letter writes letters on many keyboards.
 */
export function menuTemplate(text: ShellText, actions: MenuActions, signedIn: boolean): MenuItemConstructorOptions[] {
  const command = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: text(label),
    enabled: signedIn,
    click: () => actions.command(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const quit = { label: text('quit'), accelerator: 'CommandOrControl+Q', click: () => actions.quit() };
  return [
    {
      label: text('file'),
      submenu: [
        command('newTicket', 'create', 'CommandOrControl+N'),
        { type: 'separator' },
        command('settings', 'settings', 'CommandOrControl+,'),
        command('lock', 'lock', 'CommandOrControl+L'),
        command('signOut', 'sign_out'),
        { type: 'separator' },
        quit,
      ],
    },
    {
      label: text('edit'),
      submenu: [
        { label: text('undoText'), role: 'undo' },
        { label: text('redoText'), role: 'redo' },
        { type: 'separator' },
        { label: text('cut'), role: 'cut' },
        { label: text('copy'), role: 'copy' },
        { label: text('paste'), role: 'paste' },
        { label: text('selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: text('view'),
      submenu: [
        command('queue', 'go_queue', 'CommandOrControl+1'),
        command('notifications', 'notifications', 'CommandOrControl+2'),
        command('outbox', 'go_outbox', 'CommandOrControl+3'),
        // The window listens to Ctrl+K itself; shown here so that it is found.
        { ...command('palette', 'palette', 'CommandOrControl+K'), registerAccelerator: false },
        { type: 'separator' },
        { label: text('zoomIn'), role: 'zoomIn' },
        { label: text('zoomOut'), role: 'zoomOut' },
        { label: text('actualSize'), role: 'resetZoom' },
        { label: text('fullScreen'), role: 'togglefullscreen' },
      ],
    },
    { label: text('help'), role: 'help', submenu: [command('keys', 'help', 'F1')] },
  ];
}

export function trayTemplate(text: ShellText, actions: MenuActions, signedIn: boolean): MenuItemConstructorOptions[] {
  return [
    { label: text('open'), click: () => actions.openWindow() },
    { label: text('newTicket'), enabled: signedIn, click: () => (actions.openWindow(), actions.command('create')) },
    { label: text('lock'), enabled: signedIn, click: () => actions.command('lock') },
    { type: 'separator' },
    { label: text('quit'), click: () => actions.quit() },
  ];
}
