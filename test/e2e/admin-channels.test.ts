import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { adminEn } from '../../src/renderer/i18n/en/admin.ts';
import { messageEn } from '../../src/renderer/i18n/en/message.ts';
import { openAdmin } from '../support/electron-admin.ts';
import { desksFolder, setUp, startAt, startDesk } from '../support/electron-desk.ts';
import { startAsAgent } from '../support/electron-people.ts';
import { startFakeTwilio } from '../support/fake-twilio.ts';
import { authority, startMailServer } from '../support/mail-server.ts';

const { channels: words, admin } = adminEn;
const { state: stateWords, reason } = messageEn.message;
/** Found again wherever it should not be. */
const marker = 'a-secret-that-nobody-may-find-0xC0FFEE';

const settingsField = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
/** Labels of needed fields end with a star that is no part of what they are called. */
const labelled = (page: Page, name: string) =>
  page.getByLabel(new RegExp(`^${name.replaceAll(/[()]/gu, '\\$&')}`, 'u'));

function filesIn(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    // Chromium makes and removes files of its own while it runs.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isSocket()) return [];
    return found.isDirectory() ? filesIn(path) : [path];
  });
}

test('an administrator sets mail up by keys alone, is told what is wrong at its field, and tests it; the secret is found nowhere', async () => {
  const mail = await startMailServer({ authMethods: ['PLAIN'], accepts: ({ password }) => password === marker });
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  let log = '';
  desk.app.process().stderr?.on('data', (part: Buffer) => (log += part.toString('utf8')));
  desk.app.process().stdout?.on('data', (part: Buffer) => (log += part.toString('utf8')));
  await setUp(desk);
  await openAdmin(page, 'channels');
  const card = page.getByRole('region', { name: 'Email' });
  await expect(card).toContainText(words.state.unset);
  await expect(card).toContainText(words.unsetHint);

  await test.step('what cannot be right is not saved, and the first wrong field has the focus', async () => {
    await card.getByRole('button', { name: 'Set up Email' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Email' })).toBeVisible();
    await labelled(page, words.fromAddress).fill('nobody');
    await labelled(page, words.host).fill('127.0.0.1:25');
    await labelled(page, words.port).fill('0');
    await labelled(page, words.userName).fill('desk');
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.problem.PORT)).toBeVisible();
    await labelled(page, words.port).fill(String(mail.port));
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.problem.MAIL_ADDRESS)).toBeVisible();
    await expect(page.getByText(words.problem.HOST)).toBeVisible();
    await expect(labelled(page, words.fromAddress)).toBeFocused();
    await expect(page.getByText(words.wrong)).toBeVisible();
  });

  await test.step('what is right is saved, without its secret: a secret is told by its place', async () => {
    await labelled(page, words.fromAddress).fill('desk@khanyamanzi.example');
    await labelled(page, words.host).fill('127.0.0.1');
    await labelled(page, words.authorities).fill(authority);
    await labelled(page, words.secret.password).fill('wrong at first');
    await labelled(page, words.secret.password).press('Enter');
    await expect(page.getByText(words.saved)).toBeVisible();
    await expect(page.getByText(/^Kept (?:by the keychain|in the encrypted store)/u)).toBeVisible();
    await expect(labelled(page, 'New: Password')).toHaveValue('');
  });

  const standing = page.getByRole('region', { name: words.standing });
  await test.step('a wrong password is found out by trying, nothing is sent, and the channel waits', async () => {
    await standing.getByRole('button', { name: 'Try now: Email' }).press('Enter');
    await expect(standing).toContainText(words.checking);
    await desk.advance(1_000);
    await expect(standing).toContainText(words.state.paused);
    await expect(standing).toContainText(reason.credentials);
    await expect(standing).toContainText(words.nextProbe);
    expect(mail.delivered).toEqual([]);
  });

  await test.step('with the right one it works, and a test arrives', async () => {
    await labelled(page, 'New: Password').fill(marker);
    await labelled(page, 'New: Password').press('Enter');
    await expect(standing).toContainText(words.state.working);
    const testing = page.getByRole('region', { name: words.test, exact: true });
    await testing.getByRole('textbox').fill('not an address');
    await testing.getByRole('textbox').press('Enter');
    await expect(testing).toContainText(words.testBad.email);
    await testing.getByRole('textbox').fill('nomsa@khanyamanzi.example');
    await testing.getByRole('textbox').press('Enter');
    await expect(testing).toContainText(stateWords.sentMail, { timeout: 20_000 });
    await expect.poll(() => mail.delivered.map(({ to }) => to)).toEqual([['nomsa@khanyamanzi.example']]);
    expect(mail.delivered[0]?.mail.text).toContain('test message');
  });

  await test.step('the secret stands in no answer, no file and no line of the log', async () => {
    const answers = [
      await desk.ask('channels.list', {}),
      await desk.ask('config.get', {}),
      await desk.ask('config.export', {}),
      await desk.ask('outbox.page', { view: 'all' }),
    ];
    expect(JSON.stringify(answers)).not.toContain(marker);
    expect(await page.content()).not.toContain(marker);
    expect(log).not.toContain(marker);
    expect(filesIn(data).filter((file) => readFileSync(file).includes(marker))).toEqual([]);
  });
  await desk.close();
  await mail.close();
  remove();
});

test('WhatsApp is set up with its approved texts; without them nothing else stops, and what was typed outlives another page', async () => {
  const provider = await startFakeTwilio(marker);
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data, standIns: { 'api.twilio.com': provider.origin } });
  const { page } = desk;
  await setUp(desk);

  await test.step('before it is set up a message is held and says so', async () => {
    await openAdmin(page, 'channels');
    await page.getByRole('button', { name: 'Set up WhatsApp' }).click();
    const testing = page.getByRole('region', { name: words.test, exact: true });
    await testing.getByRole('textbox').fill('082 123 4567');
    await testing.getByRole('button', { name: words.testSend }).click();
    await expect(testing).toContainText(stateWords.held);
    await expect(testing).toContainText(reason.noChannel);
    await expect(page.getByRole('button', { name: 'Try now: WhatsApp' })).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('an approved text is set in its cell, and a wrong one is told there', async () => {
    await labelled(page, words.accountSid).fill(`AC${'0'.repeat(31)}1`);
    await labelled(page, words.apiKeySid).fill(`SK${'0'.repeat(31)}2`);
    await labelled(page, words.from).fill('+27100000001');
    await labelled(page, words.secret.apiKeySecret).fill(marker);
    await page.getByRole('button', { name: 'Status update: open, isiZulu: None' }).click();
    const cell = page.getByRole('group', { name: 'Status update: open, isiZulu' });
    await settingsField(page, words.contentSid).fill('HX1');
    await cell.getByRole('combobox').selectOption('approved');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await expect(cell).toContainText(words.problem.CONTENT_SID);
    await expect(settingsField(page, words.contentSid)).toBeFocused();
    await settingsField(page, words.contentSid).fill(`HX${'5'.repeat(32)}`);
  });

  await test.step('what is typed outlives another page; a secret does not', async () => {
    await openAdmin(page, 'proposals');
    await openAdmin(page, 'channels');
    await page.getByRole('button', { name: 'Set up WhatsApp' }).click();
    await expect(labelled(page, words.from)).toHaveValue('+27100000001');
    await expect(page.getByRole('button', { name: 'Status update: open, isiZulu: Approved' })).toBeVisible();
    await expect(labelled(page, words.secret.apiKeySecret)).toHaveValue('');
    await labelled(page, words.secret.apiKeySecret).fill(marker);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
  });

  const testing = page.getByRole('region', { name: words.test, exact: true });
  await test.step('a test needs an open window, and says so; after somebody wrote it arrives', async () => {
    await testing.getByRole('textbox').fill('082 123 4567');
    await testing.getByRole('textbox').press('Enter');
    await desk.advance(1_000);
    await expect(testing).toContainText(reason.noTemplate);
    provider.comesIn('whatsapp:+27821234567', 'whatsapp:+27100000001', 'Hello', startAt + 2_000);
    const looks = () => provider.asked.filter(({ method }) => method === 'GET').length;
    // The second look begins when what the first one brought is written down.
    for (let seen = looks(), n = 0; n < 2; n += 1, seen = looks()) {
      await desk.advance(60_000);
      await expect.poll(looks).toBeGreaterThan(seen);
    }
    await testing.getByRole('textbox').press('Enter');
    const arrived = async () => {
      await desk.advance(1_000);
      return provider.kept.filter(({ direction }) => direction !== 'inbound').map(({ to }) => to);
    };
    await expect.poll(arrived, { timeout: 20_000 }).toEqual(['whatsapp:+27821234567']);
    await expect(testing).toContainText(stateWords.sent);
  });

  await test.step('a secret can be forgotten, and the channel is silent from then on', async () => {
    await page.getByRole('button', { name: `Forget: ${words.secret.apiKeySecret}` }).click();
    await expect(page.getByText(words.willForget)).toBeVisible();
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await expect(page.getByRole('region', { name: words.standing })).toContainText(words.state.unset);
  });
  await desk.close();
  await provider.close();
  remove();
});

test('nobody but an administrator sees the channels', async () => {
  const { data, remove } = desksFolder();
  const desk = await startAsAgent(data);
  const answer = await desk.request('channels.list', {});
  expect(answer).toMatchObject({ ok: false, code: 'ACCESS_DENIED' });
  await expect(desk.page.getByRole('button', { name: admin.page.channels })).toHaveCount(0);
  await desk.close();
  remove();
});
