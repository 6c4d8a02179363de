import { expect } from '@playwright/test';
import { deskLanguages, type DeskLanguage } from '../../src/preload/contract/values.ts';
import { pageNames } from '../../src/renderer/features/admin/frame/page-names.ts';
import { HOUR, person, type Desk } from './electron-desk.ts';

export const languages = deskLanguages;
export const themes = ['light', 'dark'] as const;

/** A ticket of the viewer's own team with an explanation that is overdue, one that is answered and one that is asked for. */
async function ticketWithExplanations(desk: Desk): Promise<string> {
  const { organizations, teams } = await desk.ask('directory.get', {});
  const city = organizations.find(({ profile }) => profile === 'municipal');
  const room = teams.find(({ organizationId, name }) => organizationId === city?.id && name === 'Control room');
  const [first = '', second = ''] = room?.memberIds.filter((id) => id !== room.managerId) ?? [];
  const { ticketId } = await desk.ask('ticket.create', {
    organizationId: city?.id ?? '',
    teamId: room?.id ?? null,
    subject: 'Nobody came to the pothole',
    category: 'Pothole',
  });
  const asks = async (ofUserId: string | null, ofName: string, question: string): Promise<string> =>
    (await desk.ask('ticket.askExplanation', { ticketId, ofUserId, ofName, question })).eventId;
  await asks(first, '', 'Why did nobody go there for a week?');
  await desk.advance(36 * HOUR);
  await desk.advance(12 * HOUR);
  const requestId = await asks(null, 'R. Pillay', 'When were you told?');
  await desk.ask('ticket.answerExplanation', { ticketId, requestId, text: 'On Monday at noon, by telephone.' });
  await asks(second, '', 'Who took the second call?');
  return ticketId;
}

/** A ticket whose contact was written to: one message that came too late, one that a person tried dry, one that waits. */
async function ticketWithMessages(desk: Desk): Promise<{ ticketId: string; goOn: () => Promise<void> }> {
  const { organizations } = await desk.ask('directory.get', {});
  const organizationId = organizations.find(({ profile }) => profile === 'municipal')?.id ?? '';
  const contact = {
    name: 'Bongani Zulu',
    phone: '082 123 4567',
    email: 'bongani@example.org',
    language: 'zu',
  } as const;
  const subject = 'Water runs from the street';
  const { ticketId } = await desk.ask('ticket.create', { organizationId, subject, contact });
  const newest = async () => (await desk.ask('messages.ofTicket', { ticketId })).at(-1)?.id ?? '';
  return {
    ticketId,
    async goOn() {
      await desk.ask('ticket.setStatus', { ticketId, status: 'in_progress' });
      await desk.ask('outbox.act', { messageId: await newest(), act: 'dry_run' });
      await desk.ask('contact.mark', { organizationId, channel: 'sms', address: contact.phone, mark: 'opted_out' });
      await desk.ask('ticket.setStatus', { ticketId, status: 'resolved' });
    },
  };
}

/** The engine has done what was due: the counts are the same twice in a row, and the window shows them. */
async function workedOff({ page, ask }: Desk): Promise<void> {
  let before = -1;
  const isSteady = async (): Promise<boolean> => {
    const { breached } = await ask('queue.counts', {});
    const wasSame = breached === before;
    before = breached;
    return wasSame && (await page.locator('.wk-view-late').first().innerText()) === String(breached);
  };
  await expect.poll(isSteady, { intervals: [500] }).toBe(true);
}

/** A new complaint of the hospital, whose rules have three levels. */
async function ticketOfWards(desk: Desk): Promise<{ organizationId: string; number: string }> {
  const { organizations, teams } = await desk.ask('directory.get', {});
  const organizationId = organizations.find(({ profile }) => profile === 'hospital')?.id ?? '';
  const teamId = teams.find((team) => team.organizationId === organizationId && team.name === 'Wards')?.id ?? null;
  const subject = 'The room was not clean';
  const { number } = await desk.ask('ticket.create', { organizationId, teamId, subject, category: 'Cleanliness' });
  return { organizationId, number };
}

/**
 * Opens every screen of a fresh desk, one after the other, and gives its name while it stands.
 * By the bridge and by keys, whose names do not depend on the language.
 */
export async function* openScreens(desk: Desk, language: DeskLanguage): AsyncGenerator<string> {
  const { page } = desk;
  const shown = async (name: string, selector: string): Promise<string> => {
    await page.locator(selector).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    );
    return name;
  };
  const next = page.locator('form button[type=submit]');

  await desk.ask('preferences.set', { language });
  await page.reload();
  yield await shown('first-run-language', '[role=radiogroup]');
  await next.click();
  const fields = page.locator('form input:not([type=checkbox])');
  yield await shown('first-run-account', 'input[type=password]');
  for (const [index, text] of [person.displayName, person.userName, person.password, person.password].entries())
    await fields.nth(index).fill(text);
  await page.locator('input[type=checkbox]').check();
  await next.click();
  yield await shown('first-run-sample', '[role=radio], input[type=radio]');
  await page.locator('input[type=radio][value=small]').check();
  await next.click();
  yield await shown('first-run-recovery', '.wk-recovery-key');
  await page.locator('input[type=checkbox]').check();
  await next.click();
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 60_000 });
  await desk.advance(2 * HOUR);
  await workedOff(desk);
  yield await shown('queue', '[role=row][data-ticket]');

  await page.locator('[role=row][data-ticket]').nth(2).click();
  yield await shown('ticket', 'article');
  await page.keyboard.press('KeyS');
  yield await shown('ticket-status', '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const written = await ticketWithMessages(desk);
  const explained = await ticketWithExplanations(desk);
  await desk.app.evaluate(({ BrowserWindow }, ticketId) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'ticket.show', { ticketId });
  }, explained);
  yield await shown('explanations', '.wk-explanation');
  await page.locator('.wk-explanation-ask').click();
  yield await shown('explanation-who', '[role=dialog]');
  await page.keyboard.press('Enter');
  yield await shown('explanation-question', '[role=dialog] textarea');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await written.goOn();
  await desk.app.evaluate(({ BrowserWindow }, ticketId) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'ticket.show', { ticketId });
  }, written.ticketId);
  await page.locator('.wk-message summary').first().press('Enter');
  yield await shown('messages', '.wk-message details[open]');
  await page.keyboard.press('KeyS');
  await page.locator('[role=dialog] input[value=closed]').check();
  yield await shown('ticket-close', '[role=dialog] input[type=checkbox]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('KeyG');
  await page.keyboard.press('KeyO');
  yield await shown('outbox', '.wk-outbox .wk-message');
  await page.locator('.wk-outbox [role=tab]').last().click();
  yield await shown('outbox-empty', '.wk-outbox .wk-empty');

  await page.keyboard.press('KeyC');
  await page.locator('.wk-contact-channels button').last().click();
  yield await shown('intake', 'form');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  await page.keyboard.press('Control+KeyK');
  yield await shown('palette', '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'command.run', { name: 'help' });
  });
  yield await shown('keyboard', '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const [name, command, selector] of [
    ['settings', 'settings', '[role=dialog]'],
    ['notifications', 'notifications', '[role=dialog]'],
    ['reader-settings', 'reader_settings', '.wk-ways'],
  ] as const) {
    await desk.app.evaluate(({ BrowserWindow }, given) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'command.run', { name: given });
    }, command);
    yield await shown(name, selector);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  const tried = await ticketOfWards(desk);
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'command.run', { name: 'go_admin' });
  });
  await page.locator('.wk-admin-nav select').selectOption(tried.organizationId);
  await page.locator('.wk-admin-page-link').nth(pageNames.indexOf('escalation')).click();
  await page.locator('.wk-rules-ask input').fill(tried.number);
  await page.keyboard.press('Enter');
  yield await shown('escalation-rules', '.wk-rules-entry');
  await page.locator('.wk-rules .fui-Link').first().click();
  yield await shown('escalation-rule', '.wk-rules-today');

  await desk.ask('session.lock', {});
  yield await shown('locked', 'input[type=password]');
  await page.locator('form button[type=button]').click();
  await page.locator('input[autocomplete=username]').fill(person.userName);
  await page.locator('input[type=password]').fill('wrong password');
  await page.keyboard.press('Enter');
  yield await shown('sign-in', '.wk-error:not(:empty)');
}
