import { expect, test } from '@playwright/test';
import { desksFolder, setUp, startDesk, type Desk } from '../support/electron-desk.ts';

let desk: Desk;
let remove: () => void;
let city: string;
test.beforeAll(async () => {
  const folder = desksFolder();
  remove = folder.remove;
  desk = await startDesk({ data: folder.data });
  await setUp(desk);
  const { organizations } = await desk.ask('directory.get', {});
  city = organizations.find(({ profile }) => profile === 'municipal')?.id ?? '';
});
test.afterAll(async () => {
  await desk.close();
  remove();
});

/** A required one has a star behind its name. */
const field = (name: string) => desk.page.getByLabel(new RegExp(`^${name}\\*?$`));
const search = () => desk.page.getByRole('combobox', { name: 'Find the caller' });
const likely = () => desk.page.getByRole('region', { name: 'Likely the same' });
const caller = {
  name: 'Lindiwe Testwood',
  phone: '083 777 4411',
  email: 'lindiwe@example.org',
  language: 'zu' as const,
};

/** A fresh call, with nothing of the one before. */
async function newCall(): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyC');
  await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible();
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await search().focus();
}

test('a caller who called before is found by number or name and fills the fields, by keys or with the mouse', async () => {
  const { page } = desk;
  await desk.ask('ticket.create', { organizationId: city, subject: 'Dark street', contact: caller });
  const filled = async () => {
    await expect(field('Caller name')).toHaveValue(caller.name);
    await expect(field('Phone')).toHaveValue(caller.phone);
    await expect(field('Email')).toHaveValue(caller.email);
    await expect(field('Caller language')).toHaveValue('zu');
    await expect(search()).toHaveValue('');
  };

  await test.step('by keys, the number as it is heard', async () => {
    await newCall();
    await expect(search()).toBeFocused();
    await page.keyboard.type('+27 83 777');
    await expect(page.getByRole('option', { name: /Lindiwe Testwood.*Last about .?Dark street/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await filled();
    await expect(field('Organization')).toBeFocused();
  });

  await test.step('with the mouse', async () => {
    await newCall();
    await page.keyboard.type('lindi');
    const option = page.getByRole('option', { name: /Lindiwe Testwood/ });
    await expect(option).toBeVisible();
    // A blank goes on with the name and chooses nobody.
    await page.keyboard.type(' test');
    await expect(search()).toHaveValue('lindi test');
    await option.click();
    await filled();
  });

  await test.step('one who is new is taken over as typed', async () => {
    await newCall();
    await page.keyboard.type('083 999 0000');
    await page.keyboard.press('Enter');
    await expect(field('Phone')).toHaveValue('083 999 0000');
    await search().focus();
    await page.keyboard.type('Somebody New');
    await page.keyboard.press('Tab');
    await expect(field('Caller name')).toHaveValue('Somebody New');
  });
});

test('what is likely the same is shown while the call is written, D links to it, and Z takes the link back', async () => {
  const { page } = desk;
  const there = await desk.ask('ticket.create', {
    organizationId: city,
    subject: 'Sewage in the street',
    category: 'Sewer overflow',
    place: { address: '7 Testwood Crescent' },
  });
  await newCall();
  await page.keyboard.type('083 999 1111');
  await page.keyboard.press('Enter');
  await field('Organization').selectOption(city);
  await expect(likely()).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Category' }).fill('Sewer overflow');
  await field('Address').fill('7 Testwood Crescent');
  await expect(likely().getByRole('listitem').first()).toContainText(there.number);
  await expect(likely()).toContainText('Same place · Same category');

  await test.step('a sensitive call is compared with nothing, and its service level is hidden at once', async () => {
    const clocks = page.getByText('Clocks start when the ticket is created', { exact: false });
    await expect(clocks).toBeVisible();
    await page.getByRole('switch', { name: 'Sensitive' }).click();
    expect(await clocks.count()).toBe(0);
    expect(await likely().count()).toBe(0);
    await page.getByRole('switch', { name: 'Sensitive' }).click();
    await expect(likely()).toBeVisible();
  });

  await field('Address').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyD');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sewage in the street');
  const { rows } = await desk.ask('queue.page', { view: 'done', sort: 'newest', limit: 1 });
  const linked = await desk.ask('ticket.get', { ticketId: rows[0]?.id ?? '' });
  expect(linked).toMatchObject({
    status: 'closed',
    disposition: 'duplicate',
    subject: 'Sewage in the street',
    contact: { phone: '083 999 1111' },
  });
  expect(linked.timeline.find(({ kind }) => kind === 'merged')?.body).toMatchObject({ intoNumber: there.number });
  await page.keyboard.press('KeyZ');
  await expect.poll(async () => (await desk.ask('ticket.get', { ticketId: linked.id })).status).toBe('open');
});

test('a call is saved from any field', async () => {
  const { page } = desk;
  const fields = ['Caller name', 'Phone', 'Email', 'Subject', 'Description', 'Address', 'Latitude'];
  for (const name of fields) {
    await newCall();
    await field('Organization').selectOption(city);
    await field('Subject').fill(`Saved from ${name}`);
    await field(name).focus();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Saved from ${name}`);
  }
});
