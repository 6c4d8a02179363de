import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { DeskLanguage } from '../../src/preload/contract/values.ts';
import { desksFolder, startDesk, type Desk } from './electron-desk.ts';
import { languages, themes } from './electron-screens.ts';

/** Each screen once in each language and in each theme; in the full run in every pair of them. */
const themesOf = (language: DeskLanguage): readonly (typeof themes)[number][] =>
  process.env['WATCHKEEPER_FULL'] === '1' ? themes : language === 'ar' ? ['dark'] : ['light'];

/**
 * Opens screen after screen in either language and looks at each; what is wrong is told at the end, all of it.
 * @param open  yields the name of each screen that stands
 */
export async function walkWithAxe(open: (desk: Desk, language: DeskLanguage) => AsyncIterable<string>): Promise<void> {
  for (const language of languages) {
    const { data, remove } = desksFolder();
    const desk = await startDesk({ data });
    for await (const screen of open(desk, language)) {
      for (const theme of themesOf(language)) {
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
}
