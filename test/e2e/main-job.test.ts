import { expect, test } from '@playwright/test';
import { unbroken } from '../../src/renderer/i18n/format.ts';
import { desksFolder, HOUR, person, signIn, startAt, startDesk } from '../support/electron-desk.ts';

test('a ticket comes in, its clock runs, it breaches, it is escalated to a person, and the desk shows and tells it', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;

  await test.step('first run makes the store, its administrator and the sample centre', async () => {
    await expect(page.getByRole('heading', { name: 'Set up this desk' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('textbox', { name: 'Your name' }).fill(person.displayName);
    await page.getByRole('textbox', { name: 'Sign-in name' }).fill(person.userName);
    await page.getByLabel(/^Password(?! again)/).fill(person.password);
    await page.getByLabel('Password again').fill(person.password);
    await page.getByRole('checkbox', { name: /guard the store by passwords alone/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: /Small sample/ }).check();
    await page.getByRole('button', { name: 'Create the desk' }).click();
    await expect(page.getByRole('note', { name: 'Recovery key' })).toHaveText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await page.getByRole('button', { name: 'Open the desk' }).click();
    await expect(page.getByRole('alert')).toHaveText('Tick this once the key is on paper.');
    await page.getByRole('checkbox', { name: 'I have written it down' }).check();
    await page.getByRole('button', { name: 'Open the desk' }).click();
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('row').nth(5)).toBeVisible();
  });

  await test.step('a call is taken', async () => {
    await page.getByRole('button', { name: 'New ticket' }).click();
    await page.getByRole('textbox', { name: 'Caller name' }).fill('Thandi Mokoena');
    await page.getByRole('textbox', { name: 'Phone' }).fill('+27 31 555 0123');
    await page.getByLabel('Organization').selectOption('Khanyamanzi Municipality');
    await page.getByRole('combobox', { name: 'Category' }).fill('Water leak');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Burst pipe at the taxi rank');
    await page.getByLabel('Team').selectOption('Control room');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Burst pipe at the taxi rank' })).toBeVisible();
  });

  const facts = page.getByRole('complementary', { name: 'Facts' });
  await test.step('its clocks run: four hours to the answer, a day to the end', async () => {
    await expect(facts).toContainText(/Response.*(4 h 0 min|3 h 59 min) left/);
    await expect(facts).toContainText(/Resolution.*(1 d 0 h|23 h 59 min) left/);
    await expect(facts).toContainText('Not escalated');
    await expect(facts).toContainText('Nobody');
  });

  await test.step('a moment before the deadline nothing has happened', async () => {
    await desk.advance(24 * HOUR - 1);
    await expect(facts).toContainText(/Response\s*Late by/);
    await expect(page.getByText('Deadline missed: Response')).toBeVisible();
    await expect(page.getByText('Deadline missed: Resolution')).toBeHidden();
  });

  await test.step('at the deadline it breaches and is escalated to the manager of its team', async () => {
    const before = (await desk.desktop()).shown.length;
    await desk.advance(1);
    await expect(page.getByText('Deadline missed: Resolution')).toBeVisible();
    await expect(page.getByText(new RegExp(`Escalated to level 1, to .?${person.displayName}`))).toBeVisible();
    await expect(facts).toContainText('Level 1');
    await expect(facts).toContainText(new RegExp(`Owner.?${person.displayName}`));
    await expect.poll(async () => (await desk.desktop()).shown.length).toBeGreaterThan(before);
  });

  const { number, id } = (await desk.ask('ticket.search', { words: 'taxi rank' }))[0] ?? { number: '', id: '' };
  await test.step('the person is told: in the inbox, by a native notification, by the count on the tray', async () => {
    const { shown, badge } = await desk.desktop();
    expect(shown).toContainEqual({ body: `Ticket ${number} was escalated to you, level 1`, ticketId: id });
    expect(badge).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Notifications/ }).click();
    const inOneLine = unbroken(number);
    await page.getByRole('button', { name: new RegExp(`${inOneLine}.*was escalated to you, level 1`) }).click();
    await expect(page.getByRole('heading', { name: 'Burst pipe at the taxi rank' })).toBeVisible();
  });

  const before = await desk.ask('ticket.get', { ticketId: id });
  await desk.close();
  await test.step('a restart keeps all of it, and tells nothing twice', async () => {
    const again = await startDesk({ data, clockAt: startAt + 24 * HOUR });
    await expect(again.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await signIn(again);
    expect(await again.ask('ticket.get', { ticketId: id })).toEqual(before);
    expect((await again.desktop()).shown).toEqual([]);
    await again.close();
  });
  remove();
});

test('what came due while the desk was off is worked off at the next sign-in, with its true times', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  await desk.ask('desk.setUp', { ...person, language: 'en', sample: 'small', allowPasswordOnly: true });
  const { organizations, teams } = await desk.ask('directory.get', {});
  const city = organizations.find(({ profile }) => profile === 'municipal');
  const room = teams.find(({ organizationId, name }) => organizationId === city?.id && name === 'Control room');
  const { ticketId } = await desk.ask('ticket.create', {
    organizationId: city?.id ?? '',
    teamId: room?.id ?? null,
    subject: 'Left overnight',
    category: 'Water leak',
  });
  await desk.close();

  const monday = await startDesk({ data, clockAt: startAt + 72 * HOUR });
  await signIn(monday);
  await expect
    .poll(async () => (await monday.ask('ticket.get', { ticketId })).clocks.resolution)
    .toEqual({
      kind: 'breached',
      dueAt: startAt + 24 * HOUR,
      noticedAt: startAt + 72 * HOUR,
      endedAt: null,
    });
  const { escalation, timeline } = await monday.ask('ticket.get', { ticketId });
  expect(escalation).toMatchObject({ level: 1, at: startAt + 24 * HOUR });
  expect(timeline.filter(({ kind }) => kind === 'escalated')).toHaveLength(1);
  await monday.close();
  remove();
});
