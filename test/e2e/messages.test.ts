import { expect, test } from '@playwright/test';
import type { Channel } from '../../src/preload/contract/values.ts';
import { en } from '../../src/renderer/i18n/en.ts';
import { messageEn } from '../../src/renderer/i18n/en/message.ts';
import { startAt, type Desk } from '../support/electron-desk.ts';
import { contentSidOf, ownNumber, startMessagingDesk, type MessagingDesk } from '../support/electron-messages.ts';

const { state: stateWords, reason } = messageEn.message;
/** Outward messages are held that long, so that they can be undone; the provider is asked after so long. */
const HOLD = 10_000;
const FIRST_POLL = 15_000;
const SECOND_POLL = 45_000;
const INBOUND = 60_000;

async function creates(
  { desk, organizationId }: MessagingDesk,
  contact: { name: string; phone?: string; email?: string; channels?: Channel[] },
): Promise<{ ticketId: string; number: string }> {
  const subject = `Water runs from the street of ${contact.name}`;
  return desk.ask('ticket.create', { organizationId, subject, contact: { language: 'zu', ...contact } });
}

async function open({ app, page }: Desk, ticketId: string, name: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, id) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'ticket.show', { ticketId: id }),
    ticketId,
  );
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText(name);
  // By then its keys are heard.
  await expect(title).toBeFocused();
}

/** As a person sets it: by the key, the choice and Enter. */
async function setStatus({ page }: Desk, status: 'in_progress' | 'resolved'): Promise<void> {
  await page.keyboard.press('KeyS');
  await page.getByRole('radio', { name: en.status[status] }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a changed status reaches the contact in their language, by WhatsApp and by mail, and the ticket says how far it came', async () => {
  const centre = await startMessagingDesk();
  const { desk, provider, mail } = centre;
  const { page } = desk;
  const bongani = await creates(centre, { name: 'Bongani Zulu', phone: '082 123 4567', channels: ['whatsapp'] });
  const thandi = await creates(centre, { name: 'Thandi Ngcobo', email: 'thandi@example.org', channels: ['email'] });
  const to = (address: string) => provider.kept.filter((message) => message.to === address);
  const mailed = (address: string) => mail.delivered.filter(({ to: [recipient] }) => recipient === address);

  await open(desk, bongani.ticketId, 'Bongani Zulu');
  await setStatus(desk, 'in_progress');
  const newest = page.locator('.wk-message').first();
  await test.step('queued is not delivered: nothing has left', async () => {
    await expect(newest).toContainText(stateWords.queued);
    expect(to('whatsapp:+27821234567')).toEqual([]);
  });
  await desk.ask('ticket.setStatus', { ticketId: thandi.ticketId, status: 'in_progress' });

  await desk.advance(HOLD);
  await test.step('ten seconds later both have left, the newest news alone', async () => {
    await expect.poll(() => to('whatsapp:+27821234567').length).toBe(1);
    const [sent] = to('whatsapp:+27821234567');
    expect(sent?.body).toContain(contentSidOf('in_progress', 'zu'));
    expect(sent?.body).toContain(bongani.number);
    await expect.poll(() => mailed('thandi@example.org').length).toBe(1);
    const [{ mail: letter } = { mail: null }] = mailed('thandi@example.org');
    expect(letter?.text).toContain('Umbiko wakho manje kuyasebenzelwa');
    expect(letter?.subject).toContain(thandi.number);
    expect(letter?.html).toContain('lang="zu"');
    await expect(newest).toContainText(stateWords.sent);
    await expect(newest).not.toContainText(stateWords.delivered);
  });

  await test.step('the provider says that it arrived', async () => {
    await desk.advance(FIRST_POLL);
    await expect
      .poll(() => provider.asked.filter(({ method, path }) => method === 'GET' && path.includes('/SM')).length)
      .toBeGreaterThan(0);
    await desk.advance(SECOND_POLL);
    await expect(newest).toContainText(stateWords.delivered, { timeout: 15_000 });
    expect(await centre.states(bongani.ticketId)).toEqual(['whatsapp cancelled', 'whatsapp delivered']);
    expect(await centre.states(thandi.ticketId)).toEqual(['email cancelled', 'email sent']);
  });

  await test.step('the outbox shows both, by keys alone', async () => {
    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyO');
    const row = page.locator('.wk-outbox .wk-message', { hasText: 'Bongani Zulu' });
    await expect(row.first()).toContainText(stateWords.delivered);
    await expect(page.locator('.wk-outbox .wk-message', { hasText: 'Thandi Ngcobo' }).first()).toContainText(
      stateWords.sentMail,
    );
  });
  await centre.close();
});

test('a wrong number falls back to SMS and then to mail, and each step says why', async () => {
  const centre = await startMessagingDesk();
  const { desk, provider, mail } = centre;
  provider.courses.set('whatsapp:+27821234567', [{ status: 'queued' }, { status: 'undelivered', code: 63_024 }]);
  provider.courses.set('+27821234567', [{ status: 'queued' }, { status: 'undelivered', code: 30_005 }]);
  const contact = { name: 'Sipho Khumalo', phone: '082 123 4567', email: 'sipho@example.org' };
  const { ticketId } = await creates(centre, { ...contact, channels: ['whatsapp', 'sms', 'email'] });
  await open(desk, ticketId, 'Sipho Khumalo');
  const cards = desk.page.locator('.wk-message');

  await desk.advance(HOLD);
  await expect.poll(() => centre.states(ticketId)).toEqual(['whatsapp sent']);
  await desk.advance(FIRST_POLL);
  await expect.poll(() => centre.states(ticketId)).toEqual(['whatsapp failed', 'sms sent']);
  await desk.advance(FIRST_POLL);
  await expect.poll(() => centre.states(ticketId)).toEqual(['whatsapp failed', 'sms failed', 'email sent']);
  await expect.poll(() => mail.delivered.map(({ to }) => to[0])).toContain('sipho@example.org');

  await expect(cards).toHaveCount(3);
  await expect(cards.nth(0)).toContainText(stateWords.sentMail);
  await expect(cards.nth(1)).toContainText(stateWords.failed);
  await expect(cards.nth(1)).toContainText(reason.noSuchNumber);
  await expect(cards.nth(2)).toContainText(stateWords.failed);
  await expect(cards.nth(2)).toContainText(reason.notOnWhatsapp);
  await test.step('and the number is known not to be on WhatsApp', async () => {
    await expect(desk.page.locator('.wk-contact-ways')).toContainText(messageEn.message.ways.mark.not_on_channel);
  });
  await centre.close();
});

test('what a contact writes stands in the timeline, is answered by the same channel, and STOP is kept', async () => {
  const centre = await startMessagingDesk();
  const { desk, provider } = centre;
  const { page } = desk;
  const address = 'whatsapp:+27821234567';
  const { ticketId } = await creates(centre, { name: 'Bongani Zulu', phone: '082 123 4567', channels: ['whatsapp'] });
  await open(desk, ticketId, 'Bongani Zulu');
  await desk.advance(HOLD);
  await expect.poll(() => centre.states(ticketId)).toEqual(['whatsapp sent']);

  provider.comesIn(address, `whatsapp:${ownNumber}`, 'It runs faster now', startAt + HOLD + 1000);
  await desk.advance(INBOUND);
  const story = page.getByRole('region', { name: en.ticket.timeline });
  await expect(story).toContainText('It runs faster now');
  await expect(story).toContainText('The caller wrote by WhatsApp');

  await test.step('the button names whom the answer reaches and how', async () => {
    await page.keyboard.press('KeyR');
    await page.keyboard.type('Somebody is on the way.');
    const send = page.getByRole('button', { name: /^Send to .*Bongani Zulu.* by WhatsApp$/u });
    await expect(send).toBeVisible();
    await send.click();
    await expect(page.getByRole('status').filter({ hasText: 'leaves in ten seconds by WhatsApp' })).toBeVisible();
    await desk.advance(HOLD);
    await expect
      .poll(() => provider.kept.some(({ to, body }) => to === address && body.includes('on the way')))
      .toBe(true);
  });

  await test.step('after STOP nothing leaves, and the composer says so before anything is written', async () => {
    const at = startAt + HOLD + INBOUND + HOLD;
    provider.comesIn(address, `whatsapp:${ownNumber}`, 'STOP', at);
    await desk.advance(INBOUND);
    await expect(page.locator('.wk-contact-ways')).toContainText(messageEn.message.ways.mark.opted_out);
    await expect(page.getByText(en.composer.noWayHint)).toBeVisible();
    const before = provider.kept.filter(({ to }) => to === address).length;
    await desk.ask('ticket.setStatus', { ticketId, status: 'resolved' });
    await desk.advance(HOLD);
    await desk.advance(INBOUND);
    expect(provider.kept.filter(({ to }) => to === address).length).toBe(before);
  });

  await test.step('until they allow it again', async () => {
    await page.getByRole('button', { name: /^Messages to .* by WhatsApp are allowed again$/u }).click();
    await expect(page.locator('.wk-contact-ways')).not.toContainText(messageEn.message.ways.mark.opted_out);
  });
  await centre.close();
});
