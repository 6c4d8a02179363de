import { expect, test } from '@playwright/test';
import { statusMoves } from '../../src/preload/contract/status-moves.ts';
import { statuses, type Status } from '../../src/preload/contract/values.ts';
import { en } from '../../src/renderer/i18n/en.ts';
import { desksFolder, setUp, startDesk, type Desk } from '../support/electron-desk.ts';

let desk: Desk;
let remove: () => void;
test.beforeAll(async () => {
  const folder = desksFolder();
  remove = folder.remove;
  desk = await startDesk({ data: folder.data });
  await setUp(desk);
});
test.afterAll(async () => {
  await desk.close();
  remove();
});

const rows = () => desk.page.locator('[role=row][data-ticket]');
const dialog = () => desk.page.getByRole('dialog');
const view = async (name: string) => {
  const tab = desk.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(rows().first()).toBeVisible();
};
/** Puts the list's cursor on the first row of that status, by keys. */
async function cursorOn(status: Status): Promise<void> {
  await desk.page.getByRole('grid').focus();
  const current = desk.page.locator('.wk-row-current');
  await desk.page.keyboard.press('Home');
  for (let step = 0; step < 200; step += 1) {
    if ((await current.locator('.wk-status').textContent()) === en.status[status]) return;
    await desk.page.keyboard.press('KeyJ');
  }
  throw new Error(`no ${status} ticket`);
}
const offered = () =>
  dialog()
    .getByRole('radio')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

test('S in the queue offers exactly what the table allows from where the ticket stands', async () => {
  for (const status of statuses) {
    await view(status === 'resolved' || status === 'closed' ? 'Done' : 'All open');
    await cursorOn(status);
    await desk.page.keyboard.press('KeyS');
    await expect(dialog()).toBeVisible();
    expect(await offered()).toEqual(statusMoves[status]);
    await desk.page.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
  }
});

test('several tickets are offered what is allowed from each, and what became of each is told', async () => {
  const { page } = desk;
  await view('Done');
  for (const status of ['resolved', 'closed'] as const) {
    await cursorOn(status);
    await page.keyboard.press('KeyX');
  }
  await page.keyboard.press('KeyS');
  await expect(dialog()).toBeVisible();
  expect(await offered()).toEqual(['open', 'in_progress']);
  const numbers = await page.locator('.wk-row-selected .wk-cell-number').allTextContents();
  // Somebody else is quicker with one of them.
  const { ticketId } = await desk.ask('ticket.find', { number: numbers[0] ?? '' });
  await desk.ask('ticket.setStatus', { ticketId, status: 'open' });
  await dialog().getByRole('radio', { name: 'Open', exact: true }).check();
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'What happened to each ticket' });
  await expect(results.getByRole('row')).toHaveCount(3);
  await expect(results.getByRole('row', { name: numbers[0] ?? '' })).toContainText(en.errors.STATUS_NOT_ALLOWED);
  await expect(results.getByRole('row', { name: numbers[1] ?? '' })).toContainText('Changed');
  await results.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected tickets' })).toHaveCount(0);
});

test('R and N in the queue open the ticket where it is written, E asks for the reason of its escalation', async () => {
  const { page } = desk;
  await view('All open');
  await cursorOn('open');
  const number = (await page.locator('.wk-row-current .wk-cell-number').textContent()) ?? '';
  for (const [key, field] of [
    ['KeyR', 'Reply to the caller'],
    ['KeyN', 'Internal note'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('textbox', { name: field })).toBeFocused();
    await expect(page.getByRole('article')).toContainText(number);
    await page.keyboard.press('Escape');
    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyQ');
    await expect(page.getByRole('grid')).toBeFocused();
  }
  await page.keyboard.press('KeyE');
  await expect(page.getByRole('dialog', { name: `Escalate ${number}` })).toBeVisible();
  await page.keyboard.type('The whole street is dry');
  await page.keyboard.press('Enter');
  await expect(dialog()).toHaveCount(0);
  const { ticketId } = await desk.ask('ticket.find', { number });
  const { escalation } = await desk.ask('ticket.get', { ticketId });
  expect(escalation).toMatchObject({ level: 1, reason: 'The whole street is dry' });
});

test('a key that the ticket under the cursor does not allow does nothing', async () => {
  await view('Done');
  await cursorOn('resolved');
  await desk.page.keyboard.press('KeyE');
  await desk.page.keyboard.press('KeyP');
  await expect(desk.page.getByRole('dialog', { name: /^Priority of/ })).toBeVisible();
  await desk.page.keyboard.press('Escape');
});
