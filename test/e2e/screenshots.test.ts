import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { root } from '../../scripts/lib/paths.mjs';
import { openAdminScreens } from '../support/electron-admin-screens.ts';
import { languages, openScreens, themes } from '../support/electron-screens.ts';
import { desksFolder, startDesk } from '../support/electron-desk.ts';

const folder = join(root, 'docs', 'screenshots');

test('every screen is photographed for the documentation', async () => {
  test.setTimeout(600_000);
  mkdirSync(folder, { recursive: true });
  for (const language of languages) {
    for (const open of [openScreens, openAdminScreens]) {
      const { data, remove } = desksFolder();
      const desk = await startDesk({ data });
      for await (const screen of open(desk, language)) {
        for (const theme of themes) {
          await desk.systemTheme(theme);
          await desk.page.screenshot({
            path: join(folder, `${screen}-${language}-${theme}.png`),
            animations: 'disabled',
          });
        }
      }
      await desk.close();
      remove();
    }
  }
});
