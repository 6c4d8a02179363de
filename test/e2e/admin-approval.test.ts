import { expect, test } from '@playwright/test';
import { field, openAdmin, publish } from '../support/electron-admin.ts';
import { desksFolder, setUp, signIn, startDesk } from '../support/electron-desk.ts';
import { addAdministrator, otherAdministrator } from '../support/electron-people.ts';

test('where a second person approves, a change is proposed, cannot be approved by its author, and counts once another has', async () => {
  const { data, remove } = desksFolder();
  const first = await startDesk({ data });
  await setUp(first);
  await first.close();
  await addAdministrator(data);
  const desk = await startDesk({ data });
  const { page } = desk;
  await signIn(desk);
  /** The page is loaded anew for whoever comes next: what is asked before that would get lost. */
  const signOut = async () => {
    await page.evaluate(() => Object.assign(globalThis, { ofBefore: true }));
    await page.getByRole('button', { name: /^Account/u }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect.poll(() => page.evaluate(() => 'ofBefore' in globalThis).catch(() => true)).toBe(false);
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  };
  const asOther = async () => {
    await signOut();
    const { userName, password } = otherAdministrator;
    await desk.ask('session.signIn', { userName, password });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 30_000 });
  };
  const warning = async () => {
    const { policies } = await desk.ask('config.get', {});
    return policies.find(({ versions }) => versions[0]?.name === 'All requests')?.versions[0]?.warnPercent;
  };

  await openAdmin(page, 'organization');
  await page.getByRole('switch', { name: 'A second person approves every change' }).check();
  expect(await publish(page)).toContain('Published.');

  await openAdmin(page, 'policies');
  await page.getByRole('button', { name: 'All requests', exact: true }).click();
  await field(page, 'warnPercent').fill('50');
  expect(await publish(page, { note: 'Warn earlier' })).toContain('Proposed.');
  expect(await warning()).toBe(75);

  await test.step('its author may withdraw it and no more', async () => {
    await openAdmin(page, 'proposals');
    const card = page.getByRole('article');
    await expect(card).toContainText('Warn earlier');
    await expect(card.getByRole('definition')).toContainText(/75 %.*50 %/u);
    await expect(card.getByRole('button')).toHaveText(['Withdraw']);
  });

  await test.step('another rejects with a reason, which the author reads, and approves the next one', async () => {
    await asOther();
    await openAdmin(page, 'proposals');
    await page.getByRole('article').getByRole('button', { name: 'Reject' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Reject' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Sixty is enough');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(dialog).toContainText('Rejected.');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('No proposal is open.')).toBeVisible();

    await signOut();
    await signIn(desk);
    await openAdmin(page, 'proposals');
    await page.getByRole('switch', { name: 'Show decided ones too' }).check();
    await expect(page.getByRole('article').filter({ hasText: 'Sixty is enough' })).toContainText('Ben Naidoo');
    await openAdmin(page, 'policies');
    await page.getByRole('button', { name: 'All requests', exact: true }).click();
    await field(page, 'warnPercent').fill('60');
    expect(await publish(page)).toContain('Proposed.');

    await asOther();
    await openAdmin(page, 'proposals');
    await page.getByRole('article').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByRole('dialog')).toContainText('Published.');
    expect(await warning()).toBe(60);
  });
  await desk.close();
  remove();
});
