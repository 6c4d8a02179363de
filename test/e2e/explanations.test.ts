import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, wk } from '../support/cli-run.ts';
import { desksFolder, HOUR, person, setUp, startDesk } from '../support/electron-desk.ts';

test('an explanation is asked for, reminded of after 36 h, climbs at 48 h, is answered and accepted', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { organizations, teams, users } = await desk.ask('directory.get', {});
  const city = organizations.find(({ profile }) => profile === 'municipal');
  const room = teams.find(({ organizationId, name }) => organizationId === city?.id && name === 'Control room');
  const nameOf = (id: string | null | undefined) => users.find((user) => user.id === id)?.displayName ?? 'nobody';
  const askedName = nameOf(room?.memberIds.find((id) => id !== room.managerId));
  const { ticketId, number } = await desk.ask('ticket.create', {
    organizationId: city?.id ?? '',
    teamId: room?.id ?? null,
    subject: 'Nobody came to the pothole',
    category: 'Pothole',
  });
  const view = () => desk.ask('ticket.get', { ticketId });
  const choose = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('combobox', { name: 'Type a command, a number or words' })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  const panel = page.getByRole('region', { name: 'Explanations' });

  await test.step('the supervisor asks, from the keyboard alone', async () => {
    await choose(number);
    await expect(page.getByRole('heading', { name: 'Nobody came to the pothole' })).toBeFocused();
    await expect(panel).toContainText('None has been asked for.');
    await choose('explanation');
    await expect(page.getByRole('dialog', { name: `Who is to explain ${number}?` })).toBeVisible();
    await page.keyboard.type(askedName);
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: new RegExp(`Ask .?${askedName}.? to explain ${number}`) });
    await expect(question.getByRole('textbox', { name: 'Question' })).toBeFocused();
    await page.keyboard.type('Why did nobody go there for a week?');
    await page.keyboard.press('Control+Enter');
    await expect(panel).toContainText(new RegExp(`Of .?${askedName}.?Owed`));
    await expect(panel).toContainText(/Explanation(2 d 0 h|1 d 23 h) left/);
    await expect(page.getByText(new RegExp(`Explanation asked of .?${askedName}`))).toBeVisible();
  });

  await test.step('twelve hours before it is due they are reminded', async () => {
    await desk.advance(36 * HOUR - 60_000);
    await expect(panel).toContainText('12 h 1 min left');
    await expect(panel).not.toContainText('Reminder');
    await desk.advance(60_000);
    await expect(panel).toContainText(new RegExp(`Reminder sent to .?${askedName}`));
  });

  const [before] = (await view()).explanations;
  expect(before).toMatchObject({ status: 'owed', ofName: askedName, level: 0 });

  const managerName =
    await test.step('after 48 h it climbs to their line manager, and whoever asked hears of it', async () => {
      await desk.advance(12 * HOUR);
      await expect.poll(async () => (await view()).explanations[0]?.level).toBe(1);
      const [climbed] = (await view()).explanations;
      expect(climbed?.owedById).not.toBe(before?.owedById);
      const manager = nameOf(climbed?.owedById);
      await expect(panel).toContainText(new RegExp(`Overdue, passed up to .?${manager}.?, step 1`));
      await expect(panel).toContainText(new RegExp(`Now owed by .?${manager}`));
      await expect
        .poll(async () => (await desk.desktop()).shown)
        .toContainEqual({ body: `An explanation of ticket ${number} is overdue and was passed up`, ticketId });
      const { items } = await desk.ask('notifications.list', {});
      expect(items[0]).toMatchObject({ kind: 'explanation_escalated', ticketId, level: 1, readAt: null });
      return manager;
    });

  await test.step('the supervisor records the answer; what is typed survives the dialog', async () => {
    await panel.getByRole('button', { name: /Record the answer/ }).click();
    await page.keyboard.type('The crew had another');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await panel.getByRole('button', { name: /Record the answer/ }).click();
    const field = page.getByRole('textbox', { name: 'Answer' });
    await expect(field).toHaveValue('The crew had another');
    await field.pressSequentially(' street on its list.');
    await page.keyboard.press('Control+Enter');
    await expect(panel).toContainText(new RegExp(`Answer, recorded by .?${person.displayName}`));
    await expect(panel).toContainText('The crew had another street on its list.');
  });

  await test.step('it is accepted; the acceptance can be taken back, and given again', async () => {
    await panel.getByRole('button', { name: /^Accept/ }).click();
    await expect(panel).toContainText('Accepted');
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('KeyZ');
    await expect(panel.getByRole('button', { name: /^Send back/ })).toBeVisible();
    await panel.getByRole('button', { name: /^Accept/ }).click();
    await expect(panel.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
    expect((await view()).explanations[0]).toMatchObject({ status: 'accepted', allowed: [] });
  });
  await desk.close();

  await test.step('the command line tells the same', async () => {
    const file = join(data, 'admin.pw');
    writeFileSync(file, person.password);
    const as = ['--store', join(data, 'store'), '--user', person.userName, '--password-file', file];
    const { stdout } = ended(await wk(['ticket', 'show', number, ...as]));
    expect(stdout).toContain('Explanations:');
    expect(stdout).toContain(`${askedName}: accepted`);
    expect(stdout).toMatch(new RegExp(`climbed +${managerName} +step 1, sent`));
  });
  remove();
});
