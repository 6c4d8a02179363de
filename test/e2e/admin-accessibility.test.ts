import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openAdminScreens } from '../support/electron-admin-screens.ts';
import { desksFolder, startDesk } from '../support/electron-desk.ts';
import { languages, themes } from '../support/electron-screens.ts';

test('no screen of the administration has an accessibility fault, in either language and either theme', async () => {
  test.setTimeout(400_000);
  for (const language of languages) {
    const { data, remove } = desksFolder();
    const desk = await startDesk({ data });
    for await (const screen of openAdminScreens(desk, language)) {
      for (const theme of themes) {
        await desk.systemTheme(theme);
        // As in `accessibility.test.ts`: one process, and without the sentinels of Fluent's dialogs.
        const { violations } = await new AxeBuilder({ page: desk.page })
          .setLegacyMode(true)
          .exclude('[data-tabster-dummy]')
          .analyze();
        const faults = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
        expect.soft(faults, `${screen}, ${language}, ${theme}`).toEqual([]);
      }
    }
    await desk.close();
    remove();
  }
});
