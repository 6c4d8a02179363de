// The floor that the desk is measured against: Electron with one window and one line of text, and nothing else.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  void window.loadURL('data:text/html,<title>empty</title><p id="ready">ready</p>');
});
