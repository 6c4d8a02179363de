import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { field, openAdmin } from '../support/electron-admin.ts';
import { desksFolder, HOUR, setUp, startDesk, type Desk } from '../support/electron-desk.ts';
import { languages, themes } from '../support/electron-screens.ts';

/** Five days and a half instead of seven for the requests of the municipality. */
async function shorten(page: Page): Promise<void> {
  await openAdmin(page, 'policies');
  await page.getByRole('button', { name: 'All requests', exact: true }).click();
  await field(page, 'targetSeconds.resolution').fill('60 h');
}

async function faultsOf(desk: Desk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: desk.page })
    .setLegacyMode(true)
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('a draft is tried on past tickets in two clicks from its policy, and what changes is told and opened', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  await desk.advance(2 * HOUR);
  await shorten(page);

  await page.getByRole('button', { name: 'What if' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What if' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'What is tried' })).toContainText('All requests');
  await page.getByRole('button', { name: 'Replay' }).click();

  const figures = page.getByRole('table', { name: 'Draft against the rules in force' });
  await expect(figures).toBeVisible();
  const row = figures.getByRole('row', { name: /Resolution: deadlines passed/u });
  await expect(row).toContainText(/\+\d+.*, more.*\(worse\)/u);
  await expect(page.getByText(/People would have acted otherwise/u)).toBeVisible();
  await expect(page.getByRole('heading', { name: /tickets change/u })).toBeVisible();

  const changed = page.getByRole('table', { name: 'Tickets that change' });
  await expect(changed).toContainText(/Resolution due: from/u);
  const first = changed.getByRole('row').nth(1).getByRole('button');
  const number = await first.textContent();
  await first.click();
  await expect(page.getByRole('article')).toContainText(number ?? 'a number');

  await test.step('the result is still there when its person comes back to it, and nothing was published', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').fill('what if');
    await page.keyboard.press('Enter');
    await expect(figures).toBeVisible();
    const { policies } = await desk.ask('config.get', {});
    const all = policies.find(({ versions }) => versions[0]?.name === 'All requests');
    expect(all?.versions).toHaveLength(1);
    await page.getByRole('button', { name: 'Back to the draft' }).click();
    await expect(field(page, 'targetSeconds.resolution')).toHaveValue(/60 h/u);
  });
  await desk.close();
  remove();
});

test('the what-if reads in both languages and both themes without an accessibility fault', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  await desk.advance(2 * HOUR);
  await shorten(page);
  await page.getByRole('button', { name: 'What if' }).click();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.locator('.wk-whatif-changed')).toBeVisible();
  for (const language of languages) {
    await desk.ask('preferences.set', { language });
    await desk.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'command.run', { name: 'go_whatif' });
    });
    for (const theme of themes) {
      await desk.systemTheme(theme);
      expect.soft(await faultsOf(desk), `${language}, ${theme}`).toEqual([]);
    }
  }
  await desk.close();
  remove();
});
