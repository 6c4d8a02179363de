import { expect, test, type Locator } from '@playwright/test';
import { desksFolder, setUp, startDesk } from '../support/electron-desk.ts';

/** @returns how far a thing's middle lies across the window, 0 at the left edge and 1 at the right */
async function across(thing: Locator): Promise<number> {
  const box = await thing.boundingBox();
  const width = await thing.page().evaluate(() => document.documentElement.clientWidth);
  if (box === null) throw new Error('not on screen');
  return (box.x + box.width / 2) / width;
}

test('Arabic mirrors the desk: its direction, the place of each thing, and the menus’ words', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const brand = page.getByRole('banner').locator('> *').first();
  const account = page.getByRole('banner').getByRole('button').last();
  const firstHeader = page.getByRole('columnheader').nth(1);
  const lastHeader = page.getByRole('columnheader').last();
  const places = async () => [
    await across(brand),
    await across(account),
    await across(firstHeader),
    await across(lastHeader),
  ];
  const english = await places();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');

  await desk.ask('preferences.set', { language: 'ar' });
  await expect(page.locator('html')).toHaveAttribute('lang', /^ar/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('columnheader').nth(1)).not.toHaveText('Clocks');
  const arabic = await places();
  for (const [index, place] of english.entries()) expect(arabic[index]).toBeCloseTo(1 - place, 1);

  const menus = await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  expect(menus.slice(0, 2)).toEqual(['ملف', 'تحرير']);
  // Digits stay Latin and the house's form of dates stands: numbers are read over the phone.
  await expect(page.getByRole('row').nth(1)).toContainText(/WK-\w+-\d+/);

  await test.step('and stays so for this person after a restart', async () => {
    await desk.close();
    const again = await startDesk({ data });
    await expect(again.page.locator('html')).toHaveAttribute('dir', 'rtl');
    await again.close();
  });
  remove();
});
