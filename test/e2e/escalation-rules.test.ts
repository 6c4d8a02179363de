import { expect, test, type Page } from '@playwright/test';
import { desksFolder, HOUR, setUp, startDesk } from '../support/electron-desk.ts';

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'combobox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name });
  await wanted.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${String(name)}`);
}

test('levels are exchanged, edited, tried on a ticket and published from the keyboard alone', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { organizations, teams } = await desk.ask('directory.get', {});
  const hospital = organizations.find(({ profile }) => profile === 'hospital');
  const ward = teams.find(({ organizationId, name }) => organizationId === hospital?.id && name === 'Wards');
  const { number, ticketId } = await desk.ask('ticket.create', {
    organizationId: hospital?.id ?? '',
    teamId: ward?.id ?? null,
    subject: 'The room was not clean',
    category: 'Cleanliness',
  });
  const rows = page.locator('.wk-rules tbody tr');

  await test.step('the matrix tells each level, and who that is today', async () => {
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('combobox', { name: 'Type a command, a number or words' })).toBeFocused();
    await page.keyboard.type('administration');
    await page.keyboard.press('Enter');
    await tabTo(page, 'combobox', 'Organization');
    await page.keyboard.type(hospital?.name ?? '');
    await tabTo(page, 'button', 'Escalation rules');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Escalation rules' })).toBeVisible();
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText(/1.*At the resolution deadline.*Department manager.*Today/su);
    await expect(rows.nth(1)).toContainText(
      /2.*12.?.? h of open time after the first reminder.*Hospital administrator/su,
    );
    await expect(rows.nth(2)).toContainText(
      /3.*24.?.? h of open time after the resolution deadline.*Chief executive/su,
    );
  });

  const preview = page.getByRole('region', { name: 'Try on a ticket' });
  const comes = preview.getByRole('listitem');
  await test.step('on a real ticket it tells when each level would act, and why the first would not', async () => {
    await tabTo(page, 'textbox', 'Number of a ticket');
    await page.keyboard.type(number.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(comes).toHaveCount(6);
    await expect(comes.nth(1)).toContainText(/2026-03-03 20:00.*Level 2: goes to/su);
    await expect(comes.nth(4)).toContainText(/2026-03-05 08:00.*Level 3: goes to/su);
    await expect(comes.nth(5)).toContainText('Level 1: the ticket will stand on level 2 by then');
  });

  await test.step('two levels change places, and the preview follows', async () => {
    await tabTo(page, 'button', 'Level 2 earlier');
    await page.keyboard.press('Enter');
    await expect(rows.nth(0)).toContainText('first reminder');
    // The first cannot come earlier: the hand goes on with what it can do.
    await expect(page.getByRole('button', { name: 'Level 1 later' })).toBeFocused();
    await expect(page.getByText('2 changes are not published')).toBeVisible();
    await expect(comes).toHaveCount(6);
    await expect(comes.nth(1)).toContainText('Level 1: goes to');
    await expect(comes.nth(4)).toContainText(/2026-03-04 08:00.*Level 2: goes to/su);
  });

  await test.step('a rule is edited: Arabic digits are hours too, and who it goes to today is told', async () => {
    await tabTo(page, 'button', /24.?.? h of open time after the resolution deadline/u);
    await page.keyboard.press('Enter');
    const hours = page.getByRole('textbox', { name: 'So long after it' });
    await tabTo(page, 'textbox', 'So long after it');
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type('٣٦ س');
    await page.keyboard.press('Tab');
    await expect(hours).toHaveValue(/36.?.? h/u);
    await expect(preview.getByRole('listitem').filter({ hasText: 'Level 3' })).toContainText('2026-03-05 20:00');
    await tabTo(page, 'combobox', 'Severity');
    await page.keyboard.type('Critical');
    await expect(preview.getByRole('listitem').filter({ hasText: 'Level 3' })).toContainText(
      /Severity is .?Medium.? and not .?Critical/u,
    );
    await page.keyboard.press('Home');
    await expect(page.getByRole('combobox', { name: 'Severity' })).toHaveValue('');
    const ceo = (await desk.ask('config.get', {})).users.filter(({ grants }) =>
      grants.some(({ role, organizationId }) => role === 'ceo' && organizationId === hospital?.id),
    );
    expect(ceo).toHaveLength(1);
    await expect(page.getByText(new RegExp(`Today .?${ceo[0]?.displayName}`))).toBeVisible();
  });

  await test.step('it is published, and the ticket lives by it', async () => {
    await tabTo(page, 'button', 'Publish…');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Publish the draft');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Published.')).toBeVisible();
    await page.keyboard.press('Escape');
    const { rules } = await desk.ask('config.get', {});
    const ofHospital = rules.filter(({ versions }) => versions[0]?.organizationId === hospital?.id);
    expect(ofHospital.map(({ versions }) => versions.length)).toEqual([2, 2, 2]);
    await desk.advance(37 * HOUR);
    await expect.poll(async () => (await desk.ask('ticket.get', { ticketId })).level).toBe(1);
    await desk.advance(12 * HOUR);
    await expect.poll(async () => (await desk.ask('ticket.get', { ticketId })).level).toBe(2);
  });
  await desk.close();
  remove();
});

test('a role that nobody holds is told in words, and a ticket that is not there as one that may not be seen', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { rules, users } = await desk.ask('config.get', {});
  const rule = rules.flatMap(({ versions }) => versions.slice(0, 1)).find(({ target }) => target.kind === 'role');
  if (rule?.target.kind !== 'role') throw new Error('no rule to a role');
  const { role } = rule.target;
  const emptied = users.map(({ revision: basedOn, savedAt: _at, savedById: _by, ...user }) => ({
    kind: 'user' as const,
    basedOn,
    value: { ...user, grants: user.grants.filter((grant) => grant.role !== role) },
  }));
  await desk.ask('config.publish', { changes: emptied, reapply: false, note: '' });

  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'command.run', { name: 'go_admin' });
  });
  await page.getByRole('combobox', { name: 'Organization' }).selectOption(rule.organizationId);
  await page.getByRole('button', { name: 'Escalation rules' }).click();
  const row = page.locator('.wk-rules tbody tr').filter({ hasText: 'Department manager' });
  // Published, and in no draft: what is odd about it is told all the same.
  await expect(row).toContainText('Today nobody: nobody holds this role');
  await expect(row).toContainText('Nobody active holds the role Department manager');

  await page.getByRole('textbox', { name: 'Number of a ticket' }).fill('WK-NONE-000001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Try on a ticket' })).toContainText(
    /There is no such ticket in .*, or you have no access to it\./u,
  );
  await desk.close();
  remove();
});
