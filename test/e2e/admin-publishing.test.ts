import { expect, test } from '@playwright/test';
import { field, openAdmin, publish } from '../support/electron-admin.ts';
import { desksFolder, setUp, signIn, startDesk } from '../support/electron-desk.ts';

test('a calendar with a lunch break and the country’s holidays, and a policy that counts in it, move the deadline of an open ticket', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { organizations } = await desk.ask('directory.get', {});
  const city = organizations.find(({ name }) => name === 'Khanyamanzi Municipality');
  const { ticketId } = await desk.ask('ticket.create', {
    organizationId: city?.id ?? '',
    subject: 'Street light out on the corner',
    kind: 'inquiry',
    severity: 'low',
  });
  const before = await desk.ask('ticket.get', { ticketId });
  // Monday 08:00 UTC, by a policy round the clock: seven days.
  expect(before.clocks.resolution).toMatchObject({ kind: 'running', dueAt: Date.parse('2026-03-09T08:00:00Z') });

  await test.step('the calendar: a week with lunch, and South Africa’s holidays', async () => {
    await openAdmin(page, 'calendars');
    await page.getByRole('button', { name: 'New calendar' }).click();
    await field(page, 'name').fill('Office hours');
    const monday = page.getByRole('group', { name: 'Monday' });
    await monday.getByRole('textbox', { name: 'Monday, hours 1, to' }).fill('12');
    await monday.getByRole('button', { name: 'Add hours: Monday' }).click();
    await monday.getByRole('textbox', { name: 'Monday, hours 2, to' }).fill('1700');
    // Left, a field puts what was typed into form.
    await monday.getByRole('textbox', { name: 'Monday, hours 2, from' }).focus();
    await expect(monday.getByRole('textbox', { name: 'Monday, hours 1, to' })).toHaveValue('12:00');
    await expect(monday.getByRole('textbox', { name: 'Monday, hours 2, from' })).toHaveValue('13:00');
    await expect(monday.getByRole('textbox', { name: 'Monday, hours 2, to' })).toHaveValue('17:00');
    await monday.getByRole('button', { name: 'Copy the hours of Monday' }).click();
    await page.getByRole('menuitem', { name: 'To Monday to Friday' }).click();
    await expect(page.getByRole('textbox', { name: 'Friday, hours 2, to' })).toHaveValue('17:00');
    await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'South Africa' });
    await page.getByRole('button', { name: 'Take over the holidays' }).click();
    await expect(page.getByText(/holidays added\.$/u)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name of the holiday on 2026-04-27' })).toHaveValue('Freedom Day');
    await expect(page.getByText(/Johannesburg.? does not change its clocks/u)).toBeVisible();
  });

  await test.step('the policy: inquiries in eight hours of it', async () => {
    await openAdmin(page, 'policies');
    await page.getByRole('button', { name: 'New policy' }).click();
    await field(page, 'name').fill('Inquiries');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Inquiry' });
    await field(page, 'targetSeconds.resolution').fill('٨ h');
    await field(page, 'targetSeconds.response').fill('');
    await page.getByRole('combobox', { name: 'Calendar' }).selectOption({ label: 'Office hours' });
    await expect(page.getByText('Decides 16 cells of the grid at present.')).toBeVisible();
  });

  await test.step('what was typed outlives a look at the queue and a lock', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Queue' }).click();
    await desk.ask('session.lock', {});
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await signIn(desk);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Administration' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inquiries');
    await expect(page.getByText('2 changes are not published')).toBeVisible();
  });

  await test.step('the preview names the ticket, and publishing for open ones too moves it', async () => {
    await page.getByRole('button', { name: 'Publish…' }).click();
    const row = page.getByRole('dialog').getByRole('row', { name: before.number });
    // Six hours are left of Monday in Johannesburg, two of Tuesday morning.
    await expect(row).toContainText('2026-03-03 08:00');
    await page.keyboard.press('Escape');
    expect(await publish(page, { reapply: true, note: 'Offices are closed at night' })).toContain('Published.');
    await expect(page.getByRole('region', { name: 'Draft' })).toHaveCount(0);
    await expect
      .poll(async () => (await desk.ask('ticket.get', { ticketId })).clocks.resolution)
      .toMatchObject({ dueAt: Date.parse('2026-03-03T08:00:00Z') });
    const after = await desk.ask('ticket.get', { ticketId });
    expect(after.policyName).toBe('Inquiries');
  });

  await test.step('the policy’s versions tell who published what', async () => {
    await field(page, 'warnPercent').fill('60');
    expect(await publish(page)).toContain('Published.');
    const versions = page.getByRole('region', { name: 'Versions' });
    await expect(versions.getByRole('listitem').first()).toContainText('Nomsa Dlamini');
    await expect(versions.getByRole('listitem').first()).toContainText('75 %');
    await expect(versions.getByRole('listitem').first()).toContainText('60 %');
  });
  await desk.close();
  remove();
});

test('who wrote on what somebody else has published over is told of it, loses nothing and decides', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  await openAdmin(page, 'policies');
  await page.getByRole('button', { name: 'All requests', exact: true }).click();
  await field(page, 'targetSeconds.response').fill('2 d');

  const { policies } = await desk.ask('config.get', {});
  const [version] = policies.find(({ versions }) => versions[0]?.name === 'All requests')?.versions ?? [];
  if (version === undefined) throw new Error('the sample has no such policy');
  const { revision, savedAt: _at, savedById: _by, id: _id, publishedAt: _published, ...value } = version;
  const change = { kind: 'policy' as const, basedOn: revision, value: { ...value, warnPercent: 50 } };
  await desk.ask('config.publish', { changes: [change], reapply: false });

  const note = page.getByRole('group').filter({ hasText: /All requests.? was changed by .?Nomsa Dlamini/u });
  await expect(note).toContainText('50 %');
  await expect(field(page, 'targetSeconds.response')).toHaveValue(/2 d|48 h/u);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep mine, on top of it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('dialog').locator('.wk-outcome')).toContainText('Published.');
  await desk.close();
  remove();
});

test('a wrong time is told at its field in Arabic, and an overlap with its reason', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  await desk.ask('preferences.set', { language: 'ar' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await page.getByRole('navigation', { name: 'الرئيسية' }).getByRole('button', { name: 'الإدارة' }).click();
  await page.getByRole('button', { name: 'التقاويم' }).click();
  await page.getByRole('button', { name: 'تقويم جديد' }).click();
  const until = field(page, 'hours.hours.mon.0.1');
  await until.fill('٢٥:٠٠');
  await expect(until).toHaveAttribute('aria-invalid', 'true');
  const monday = page.getByRole('group', { name: 'الاثنين' });
  await expect(monday.getByRole('alert')).toContainText('ليس وقتًا');
  await expect(until).toHaveAccessibleDescription(/25:00.*ليس وقتًا/u);

  await test.step('the list of problems leads to the field', async () => {
    await page
      .getByRole('button', { name: 'التصنيفات' })
      .or(page.getByRole('button', { name: 'الجهة' }))
      .first()
      .click();
    await page.getByRole('button', { name: 'خطأ واحد' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'عرض' }).first().click();
    await expect(field(page, 'hours.hours.mon.0.1')).toBeFocused();
  });

  await field(page, 'hours.hours.mon.0.1').fill('17:00');
  await monday.getByRole('button', { name: 'إضافة فترة: الاثنين' }).click();
  await field(page, 'hours.hours.mon.1.0').fill('16:00');
  await expect(monday.getByRole('alert')).toContainText('تتداخل');
  await desk.close();
  remove();
});
