import { expect, test, type Page } from '@playwright/test';
import { desksFolder, setUp, signIn, startDesk, type Desk } from '../support/electron-desk.ts';

/** A key as another keyboard sends it: the same place, another letter. */
function pressPlace(page: Page, code: string, key: string): Promise<void> {
  return page.evaluate(
    ([place, letter]) => {
      const target = document.activeElement ?? document.body;
      for (const type of ['keydown', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(type, { code: place, key: letter, bubbles: true, cancelable: true }));
    },
    [code, key] as const,
  );
}

test('the desk is worked by keys alone, on an Arabic keyboard too', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const current = page.getByRole('grid');
  const cursor = async () => (await current.getAttribute('aria-activedescendant')) ?? '';

  await test.step('J and K move, X selects, Enter opens', async () => {
    await current.focus();
    const first = await cursor();
    await page.keyboard.press('KeyJ');
    await expect.poll(cursor).not.toBe(first);
    await page.keyboard.press('KeyK');
    await expect.poll(cursor).toBe(first);
    await page.keyboard.press('KeyX');
    await expect(page.locator('[role=row][aria-selected=true]')).toHaveCount(1);
    await page.keyboard.press('KeyX');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toBeVisible();
  });

  await test.step('G then Q goes back to the queue, / searches, ? helps', async () => {
    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyQ');
    await expect(page.getByRole('grid')).toBeVisible();
    await page.keyboard.press('Slash');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Slash');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  const number = async () => (await page.locator('article bdi').first().textContent()) ?? '';
  await test.step('T takes a ticket that nobody holds, N and Ctrl+Enter note on it, Z takes the note back', async () => {
    await page.getByRole('tab', { name: /^Unassigned/ }).click();
    await expect(page.getByRole('tab', { name: /^Unassigned/ })).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('[role=row][data-ticket]').first()).toContainText('Nobody');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toBeVisible();
    // A key is for the ticket on screen: until it is read there is nothing to take.
    await expect(page.getByRole('button', { name: 'Take' })).toBeVisible();
    await page.keyboard.press('KeyT');
    await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText('Nomsa Dlamini');
    await page.keyboard.press('KeyN');
    await page.keyboard.type('Seen by keys alone');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Seen by keys alone')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('KeyZ');
    await expect(page.locator('s', { hasText: 'Internal note' })).toBeVisible();
    expect(await number()).toMatch(/^WK-/);
  });

  await test.step('the place of a key counts and not its letter', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await pressPlace(page, 'KeyC', 'ؤ');
    await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible();
  });

  await test.step('the menu reaches the same commands', async () => {
    await desk.app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.items[2]?.submenu?.items[0];
      item?.click();
    });
    await expect(page.getByRole('grid')).toBeVisible();
  });
  await desk.close();
  remove();
});

test('a key is chosen by pressing it, acts at once and after a restart, and can be switched off with the others', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  await setUp(desk);
  const openSettings = async ({ page, app }: Desk) => {
    await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.items[0]?.submenu?.items[2]?.click());
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  };
  const newTicket = ({ page }: Desk) => page.getByRole('heading', { name: 'New ticket' });
  const row = ({ page }: Desk, name: RegExp) =>
    page.getByRole('dialog', { name: 'Your keys' }).getByRole('button', { name });

  await test.step('the place is what counts, whatever letter is printed there', async () => {
    const { page } = desk;
    await openSettings(desk);
    await page.getByRole('button', { name: 'Choose the keys…' }).click();
    await row(desk, /^New ticket, now C/).click();
    await pressPlace(page, 'KeyS', 'س');
    await expect(page.getByRole('alert').filter({ hasText: 'This key is taken: Set the status.' })).toBeVisible();
    await pressPlace(page, 'KeyY', 'غ');
    await expect(row(desk, /^New ticket, now Y/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('grid').focus();
    await page.keyboard.press('KeyC');
    await expect(newTicket(desk)).toHaveCount(0);
    await pressPlace(page, 'KeyY', 'غ');
    await expect(newTicket(desk)).toBeVisible();
    await expect(page.getByRole('button', { name: 'New ticket' })).toHaveAttribute('aria-keyshortcuts', 'Y');
    await desk.close();
  });

  await test.step('and so after a restart, until all single keys are switched off', async () => {
    const again = await startDesk({ data });
    const { page } = again;
    await signIn(again);
    await page.getByRole('grid').focus();
    await page.keyboard.press('KeyY');
    await expect(newTicket(again)).toBeVisible();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyQ');
    await expect(page.getByRole('grid')).toBeVisible();
    await openSettings(again);
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await expect(page.getByRole('button', { name: 'Choose the keys…' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('grid').focus();
    await page.keyboard.press('KeyY');
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await expect(newTicket(again)).toHaveCount(0);
    await again.close();
  });
  remove();
});

test('what is typed right after the palette’s key is typed into it, on a slow machine too', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  await page.getByRole('grid').focus();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 12 });
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('administration');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toHaveValue('administration');
  await desk.close();
  remove();
});
