import { expect, test } from '@playwright/test';
import { desksFolder, setUp, startDesk } from '../support/electron-desk.ts';
import { startAsAgent } from '../support/electron-people.ts';
import { en } from '../../src/renderer/i18n/en.ts';
import { messageEn } from '../../src/renderer/i18n/en/message.ts';

const { state: stateWords, reason, settings, outbox: outboxWords } = messageEn.message;
const contact = { name: 'Bongani Zulu', phone: '082 123 4567', channels: ['whatsapp' as const] };

test('what is held is stopped, let go again with Z, and tried dry, by keys', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  await setUp(desk);
  const { page } = desk;
  const { organizations } = await desk.ask('directory.get', {});
  const organizationId = organizations.find(({ profile }) => profile === 'municipal')?.id ?? '';
  const { number } = await desk.ask('ticket.create', { organizationId, subject: 'Water', contact });

  await page.keyboard.press('KeyG');
  await page.keyboard.press('KeyO');
  const row = page.locator('.wk-outbox .wk-message', { hasText: contact.name });
  await expect(row).toContainText(stateWords.held);
  await expect(row).toContainText(reason.noChannel);
  await page.keyboard.press('KeyJ');
  await expect(row.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toContainText(number);

  const act = (name: string) => row.getByRole('button', { name: new RegExp(`^${name}: WhatsApp: .*Bongani`, 'u') });
  await act(messageEn.message.act.cancel).press('Enter');
  await expect(row).toContainText(stateWords.cancelled);
  await expect(row).toContainText(reason.byHand);
  await page.keyboard.press('KeyZ');
  await expect(row).toContainText(stateWords.held);
  await act(messageEn.message.act.dry_run).press('Enter');
  await expect(row).toContainText(stateWords.simulated);
  await expect(row).toContainText(messageEn.message.try.simulated);

  await test.step('a view with nothing in it says so', async () => {
    await page.getByRole('tab', { name: outboxWords.view.sent }).click();
    await expect(page.getByText(outboxWords.empty.sent)).toBeVisible();
  });
  await test.step('a message leads to its ticket', async () => {
    await page.getByRole('button', { name: outboxWords.showAll }).click();
    await row.getByRole('button', { name: number }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Water');
  });
  await desk.close();
  remove();
});

test('an agent has no outbox; how they are told is theirs, and a wrong address is named', async () => {
  const { data, remove } = desksFolder();
  const desk = await startAsAgent(data);
  const { page } = desk;
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('button', { name: en.app.outbox })).toHaveCount(0);
  expect(await desk.request('outbox.page', { view: 'all' })).toEqual({ ok: false, code: 'ACCESS_DENIED' });

  await page.getByRole('button', { name: new RegExp(`^${en.app.notifications}`, 'u') }).click();
  await page.getByRole('button', { name: en.notifications.settings }).click();
  const dialog = page.getByRole('dialog', { name: settings.title });
  await dialog.getByLabel(settings.email).fill('thandi at example');
  await dialog.getByRole('checkbox', { name: 'Missed deadline: SMS' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText(settings.phoneNeeded)).toBeVisible();
  await dialog.getByLabel(settings.phone).fill('082 123 4567');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText(settings.badEmail)).toBeVisible();
  await dialog.getByLabel(settings.email).fill('thandi@example.org');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await desk.ask('inbox.settings', {})).toEqual({
    email: 'thandi@example.org',
    phone: '082 123 4567',
    ways: { breach: ['desktop', 'email', 'sms'] },
    quietHours: null,
  });
  await desk.close();
  remove();
});
