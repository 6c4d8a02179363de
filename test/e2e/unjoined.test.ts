import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { messageEn } from '../../src/renderer/i18n/en/message.ts';
import { startAt } from '../support/electron-desk.ts';
import { ownNumber, startMessagingDesk } from '../support/electron-messages.ts';

const { unjoined } = messageEn.message.outbox;
const INBOUND = 60_000;

test('what somebody unknown writes is in the outbox: who, when and what, by keys and for readers of screens', async () => {
  const centre = await startMessagingDesk();
  const { desk, provider } = centre;
  const { page } = desk;
  provider.comesIn('whatsapp:+27835550000', `whatsapp:${ownNumber}`, 'The lamp at the gate is out', startAt + 1000);
  await desk.advance(INBOUND);
  await expect.poll(async () => (await desk.ask('outbox.unjoined', {})).length).toBe(1);
  await page.keyboard.press('KeyG');
  await page.keyboard.press('KeyO');

  const part = page.locator('.wk-outbox-unjoined');
  const head = part.locator('summary');
  await expect(head).toHaveText(unjoined.title.replace('{{number}}', '1'));
  await expect(part.getByText('The lamp at the gate is out')).toBeHidden();
  await head.focus();
  await page.keyboard.press('Enter');
  const [message] = await part.getByRole('listitem').all();
  await expect(message ?? part).toContainText('+27835550000');
  await expect(part.getByText('The lamp at the gate is out')).toBeVisible();

  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  await centre.close();
});
