import { expect, type Locator, type Page } from '@playwright/test';
import { en } from '../../src/renderer/i18n/en.ts';
import { adminEn } from '../../src/renderer/i18n/en/admin.ts';
import type { PageName } from '../../src/renderer/features/admin/frame/page-names.ts';

/** The organization of the sample that the tests configure. */
const city = 'Khanyamanzi Municipality';

/** Opens a page of the administration, from whatever screen stands. */
export async function openAdmin(page: Page, name: PageName): Promise<void> {
  const { app, admin, field: fields } = { ...en, ...adminEn };
  await page.getByRole('navigation', { name: app.mainNavigation }).getByRole('button', { name: app.admin }).click();
  await page.getByRole('combobox', { name: fields.organization, exact: true }).selectOption({ label: city });
  const pages = page.getByRole('navigation', { name: admin.pages });
  // A count of what waits may stand beside the name.
  await pages.getByRole('button', { name: new RegExp(`^${admin.page[name]}`, 'u') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The place of a field, as a problem names it: the field itself, or what holds it. */
export function field(page: Page, path: string): Locator {
  return page.locator(`input[data-field="${path}"], [data-field="${path}"] input`).first();
}

/** Publishes the draft and closes what tells of it. */
export async function publish(page: Page, wish: { reapply?: boolean; note?: string } = {}): Promise<string> {
  await page.getByRole('button', { name: /^(?:Publish|Propose)…$/u }).click();
  const dialog = page.getByRole('dialog');
  if (wish.reapply === true) await dialog.getByRole('switch').check();
  if (wish.note !== undefined) await dialog.getByRole('textbox', { name: 'Note' }).fill(wish.note);
  await dialog.getByRole('button', { name: /^(?:Publish|Propose)$/u }).click();
  const outcome = await dialog.locator('.wk-outcome').textContent();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  return outcome ?? '';
}
