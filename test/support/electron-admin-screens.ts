import { expect } from '@playwright/test';
import { pageNames, type PageName } from '../../src/renderer/features/admin/frame/page-names.ts';
import { field } from './electron-admin.ts';
import { HOUR, setUp, type Desk } from './electron-desk.ts';
import type { DeskLanguage } from '../../src/preload/contract/values.ts';

/** Opens every screen of the administration on a fresh desk and gives its name while it stands; by no words of a language. */
export async function* openAdminScreens(desk: Desk, language: DeskLanguage): AsyncGenerator<string> {
  const { page } = desk;
  await setUp(desk);
  await desk.ask('preferences.set', { language });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await desk.advance(2 * HOUR);
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'command.run', { name: 'go_admin' });
  });
  const open = (name: PageName) => page.locator('.wk-admin-page-link').nth(pageNames.indexOf(name)).click();
  const shown = async (name: string, selector: string): Promise<string> => {
    await page.locator(selector).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    );
    return name;
  };
  const draftBar = page.locator('.wk-draft-bar');

  yield await shown('admin-policies', '.wk-grid-hole');
  await page.locator('.wk-grid-cell').first().click();
  await field(page, 'targetSeconds.response').fill('4 h');
  await field(page, 'targetSeconds.next_response').fill('?');
  yield await shown('admin-policy', '[data-field="targetSeconds.next_response"] [role=alert]');
  await field(page, 'targetSeconds.next_response').fill('');
  await draftBar.locator('button').last().click();
  yield await shown('admin-publish', '[role=dialog] .wk-change-list');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await open('calendars');
  await page.locator('.wk-admin-head-end button').click();
  await page.locator('[data-field="hours.hours.tue"] button').last().click();
  await field(page, 'hours.hours.tue.1.0').fill('16:00');
  await page.locator('.wk-take-over select').first().selectOption('ZA');
  await page.locator('.wk-take-over button').first().click();
  await page.locator('.wk-date-row').first().waitFor();
  yield await shown('admin-calendar', '.wk-own-error');
  await open('calendars');
  yield await shown('admin-calendars', '.wk-admin-table');
  await open('proposals');
  yield await shown('admin-proposals', '.wk-empty');
  await open('templates');
  yield await shown('admin-templates', '.wk-admin-table');
  await page.locator('.wk-admin-table button').first().click();
  await page.getByRole('tab').nth(1).click();
  await page.locator('.wk-text-column button').last().click();
  await page.locator('.wk-text-column textarea').fill('{{tracking_numbr}}');
  await page.locator('.wk-text-column [aria-invalid=true]').waitFor();
  yield await shown('admin-texts', '.wk-text-letter');
  await open('channels');
  yield await shown('admin-channels', '.wk-channel-facts');
  await page.locator('.wk-channel-acts button').first().click();
  await page.locator('.wk-content-table button').nth(1).click();
  await page.locator('.wk-content-cell input').fill('HX1');
  await page.locator('.wk-channel-test input').fill('082 123 4567');
  await page.locator('.wk-channel-test button').click();
  await page.locator('.wk-message-course').waitFor();
  await page.locator('.wk-channel-save button').first().click();
  yield await shown('admin-channel', '.wk-content-cell [role=alert]');
  await page.locator('.wk-admin-head button').first().click();
  await page.locator('.wk-channel-acts button').nth(4).click();
  await page.locator('[data-field="auth"] select').selectOption('oauth2');
  yield await shown('admin-channel-mail', '[data-field="oauth2.tokenUrl"]');
  await open('organization');
  yield await shown('admin-organization', '.wk-categories');
  await open('file');
  yield await shown('admin-file', '.wk-drop');
}
