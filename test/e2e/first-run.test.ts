import { expect, test } from '@playwright/test';
import { desksFolder, person, startDesk } from '../support/electron-desk.ts';

test('while a large sample is made the window shows how far it is', async () => {
  test.setTimeout(240_000);
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(person.displayName);
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill(person.userName);
  await page.getByLabel(/^Password(?! again)/).fill(person.password);
  await page.getByLabel('Password again').fill(person.password);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /Medium sample/ }).check();
  await page.getByRole('button', { name: 'Create the desk' }).click();
  const bar = page.getByRole('progressbar', { name: 'Creating the desk…' });
  const shown = async () => Number((await bar.getAttribute('aria-valuenow').catch(() => null)) ?? 0);
  await expect.poll(shown, { timeout: 60_000, intervals: [50] }).toBeGreaterThan(0);
  const early = await shown();
  expect(early).toBeLessThan(20_000);
  await expect(page.getByText(/^\d{1,2},\d{3} of 20,000 tickets$/)).toBeVisible();
  await expect.poll(shown, { timeout: 60_000, intervals: [50] }).toBeGreaterThan(early);
  await expect(page.getByRole('note', { name: 'Recovery key' })).toBeVisible({ timeout: 180_000 });
  await desk.close();
  remove();
});
