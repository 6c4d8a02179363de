import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { languages, openScreens, themes } from '../support/electron-screens.ts';
import { desksFolder, startDesk } from '../support/electron-desk.ts';

test('no screen has an accessibility fault, in either language and either theme', async () => {
  test.setTimeout(400_000);
  for (const language of languages) {
    const { data, remove } = desksFolder();
    const desk = await startDesk({ data });
    for await (const screen of openScreens(desk, language)) {
      for (const theme of themes) {
        await desk.systemTheme(theme);
        // In one frame of one process: the usual way opens a second page, which the desk refuses. Left out: the sentinels
        // by which Fluent keeps the focus inside a dialog; they are aria-hidden and hand the focus on at once.
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
