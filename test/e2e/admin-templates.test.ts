import { expect, test } from '@playwright/test';
import { adminEn } from '../../src/renderer/i18n/en/admin.ts';
import { openAdmin, publish } from '../support/electron-admin.ts';
import { desksFolder, setUp, startDesk } from '../support/electron-desk.ts';

const { templates: words, messageText, messageTerms, organization: fields } = adminEn;

test('an own text is written beside the other languages, checked and previewed as it is typed, published, and taken back', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const key = messageText.key.status_update.resolved;
  const column = (language: string) => page.getByRole('region', { name: language, exact: true });
  await openAdmin(page, 'templates');

  await test.step('the list says where there is no text at all', async () => {
    await expect(page.getByRole('row', { name: /Status update: pending/u })).toContainText(words.noText);
    await page.getByRole('button', { name: key, exact: true }).press('Enter');
    await page.getByRole('tab', { name: 'SMS' }).click();
    await expect(column('isiZulu')).toContainText('{{tracking_number}}');
    await expect(column('Arabic').locator('[lang=ar]').first()).toHaveAttribute('dir', 'rtl');
    await expect(column('Arabic')).toContainText('UCS-2');
  });

  const text = column('Afrikaans').getByRole('textbox', { name: words.body });
  await test.step('it begins with the product’s words; what it has to name is told at once and put in by key', async () => {
    await page.getByRole('button', { name: `${words.write}: Afrikaans` }).press('Enter');
    await expect(text).toHaveValue(/\{\{tracking_number\}\}/u);
    await text.fill('Klaar: ');
    await expect(column('Afrikaans')).toContainText('The text has to name');
    await expect(column('Afrikaans')).toContainText(words.placeholder.tracking_number);
    await page.getByRole('button', { name: /^Insert .*Tracking number.* Afrikaans$/u }).press('Enter');
    await expect(text).toHaveValue('Klaar: {{tracking_number}}');
    await expect(text).toBeFocused();
    await page.keyboard.type('.');
    await expect(text).toHaveValue('Klaar: {{tracking_number}}.');
    await expect(column('Afrikaans')).not.toContainText('The text has to name');
  });

  await test.step('the preview says how it travels', async () => {
    const preview = column('Afrikaans').getByRole('region', { name: 'Preview: Afrikaans' });
    await expect(preview).toContainText('Klaar: WK-');
    await expect(preview).toContainText('GSM-7');
    await text.fill('Klaar, môre: {{tracking_number}} ê');
    await expect(preview).toContainText('UCS-2');
  });

  await test.step('published, it goes out; taken back, the product’s does', async () => {
    expect(await publish(page)).toContain('Published.');
    const { organizations } = await desk.ask('directory.get', {});
    const organizationId = organizations.find(({ profile }) => profile === 'municipal')?.id ?? '';
    const asked = { organizationId, key: 'status_update.resolved', language: 'af', channel: 'sms' } as const;
    const today = async () => (await desk.ask('templates.preview', { ...asked, draft: null })).text;
    expect(await today()).toContain('Klaar, môre');
    await expect(page.getByRole('region', { name: 'Versions: Afrikaans' })).toBeVisible();
    await page.getByRole('button', { name: `${words.back}: Afrikaans` }).click();
    expect(await publish(page)).toContain('Published.');
    expect(await today()).not.toContain('Klaar, môre');
    await page.getByRole('button', { name: `${words.write}: Afrikaans` }).click();
    await expect(text).toHaveValue('Klaar, môre: {{tracking_number}} ê');
  });

  await test.step('a problem leads to its language', async () => {
    await text.fill('Klaar');
    await openAdmin(page, 'proposals');
    await page.getByRole('button', { name: /error/u }).click();
    await page.getByRole('button', { name: /^Show .*Afrikaans/u }).click();
    await expect(column('Afrikaans').getByRole('textbox', { name: words.body })).toBeFocused();
    await expect(page.getByRole('tab', { name: 'SMS' })).toHaveAttribute('aria-selected', 'true');
  });
  await desk.close();
  remove();
});

test('an organization says how its messages go: order, quiet hours, retries, silence, price', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  await openAdmin(page, 'organization');
  const part = page.getByRole('region', { name: fields.messages, exact: true });
  await part.getByRole('button', { name: 'Email earlier' }).click();
  await part.getByRole('checkbox', { name: 'Use SMS' }).uncheck();
  await part.getByRole('textbox', { name: fields.quietFrom }).fill('٢١:٣٠');
  await part.getByRole('textbox', { name: fields.quietUntil }).fill('25:00');
  await expect(part).toContainText('is not a time');
  await part.getByRole('textbox', { name: fields.quietUntil }).fill('6');
  await part.getByRole('button', { name: 'Remove retry 3' }).click();
  await part.getByRole('textbox', { name: 'Retry 2, after' }).fill('5 min');
  await part.getByRole('textbox', { name: messageTerms.silenceDays }).fill('7');
  await part.getByRole('switch', { name: fields.hasPrice }).check();
  await part.getByRole('textbox', { name: fields.priceSms }).fill('0.9');
  expect(await publish(page)).toContain('Published.');
  const { organizations } = await desk.ask('config.get', {});
  const city = organizations.find(({ name }) => name === 'Khanyamanzi Municipality');
  expect(city?.messages).toEqual({
    contactChannels: ['whatsapp', 'email'],
    quietHours: { from: '21:30', until: '06:00' },
    retrySeconds: [60, 300],
    silenceDays: 7,
    price: { currency: 'ZAR', sms: 0.9, whatsapp: 0 },
  });

  await test.step('a preview tells the price', async () => {
    await openAdmin(page, 'templates');
    await page.getByRole('button', { name: messageText.key.thank_you, exact: true }).click();
    await page.getByRole('tab', { name: 'SMS' }).click();
    await expect(page.getByRole('region', { name: 'Preview: English' })).toContainText('0.9');
  });
  await desk.close();
  remove();
});
