import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { desksFolder, HOUR, setUp, startDesk, type Desk } from '../support/electron-desk.ts';
import { languages, themes } from '../support/electron-screens.ts';

type Made = { ticketId: string; number: string };

const day = [['08:00', '17:00']] as const;

/** Office hours with a holiday for severe potholes of the city, with a reminder and two levels; and one such ticket. */
async function ticketInOfficeHours(desk: Desk): Promise<Made> {
  const { organizations, teams } = await desk.ask('directory.get', {});
  const city = organizations.find(({ profile }) => profile === 'municipal');
  const organizationId = city?.id ?? '';
  const room = teams.find((team) => team.organizationId === organizationId && team.name === 'Control room');
  const calendarId = randomUUID();
  const any = { kind: null, category: null, severity: null, priority: null };
  await desk.ask('config.publish', {
    reapply: false,
    note: '',
    changes: [
      {
        kind: 'calendar',
        basedOn: null,
        value: {
          calendarId,
          organizationId,
          name: 'Office hours',
          active: true,
          hours: {
            timezone: 'Africa/Johannesburg',
            hours: { mon: [...day], tue: [...day], wed: [...day], thu: [...day], fri: [...day] },
            holidays: ['2026-03-04'],
            breaks: [],
            dateOverrides: {},
          },
          holidayNames: { '2026-03-04': "Founders' day" },
          country: null,
        },
      },
      {
        kind: 'policy',
        basedOn: null,
        value: {
          policyId: randomUUID(),
          organizationId,
          name: 'Severe potholes',
          active: true,
          match: { ...any, category: 'Pothole', severity: 'high' },
          calendarId,
          targetSeconds: { response: 4 * 3600, next_response: null, resolution: 18 * 3600 },
          pauseStatuses: ['pending'],
          pausesAffect: ['resolution'],
          warnPercent: 75,
          remindersBeforeSeconds: [4 * 3600],
          highestLevel: null,
          reopening: 'resume',
          firstMoveIsResponse: false,
        },
      },
      {
        kind: 'rule',
        basedOn: null,
        value: {
          ruleId: randomUUID(),
          organizationId,
          level: 2,
          trigger: { kind: 'reminder', hours: 2, elapsed: false },
          target: { kind: 'role', role: 'ceo' },
          conditions: any,
          active: true,
        },
      },
    ],
  });
  const { ticketId, number } = await desk.ask('ticket.create', {
    organizationId,
    teamId: room?.id ?? null,
    subject: 'The pothole has swallowed a car',
    category: 'Pothole',
    severity: 'high',
  });
  return { ticketId, number };
}

async function show(desk: Desk, ticketId: string): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }, id) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('watchkeeper:event', 'ticket.show', { ticketId: id });
  }, ticketId);
  await desk.page.locator('article').waitFor();
}

test('one key says why a ticket is due then, in the queue and on the ticket, and the same key closes it', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { ticketId, number } = await ticketInOfficeHours(desk);
  const panel = page.getByRole('dialog');
  const headline = panel.getByRole('status');

  await page.locator('[role=row][data-ticket]').first().waitFor();
  const row = page.locator(`[role=row][data-ticket="${ticketId}"]`);
  await page.keyboard.press('Slash');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(page.locator('#wk-ticket-title')).toBeFocused();

  await page.keyboard.press('KeyW');
  await expect(headline).toHaveText(/^Response: Due Mon .2026-03-02 14:00., because 4 h of open time end then\.$/u);
  await expect(panel).toContainText(number);
  await page.keyboard.press('KeyW');
  await expect(panel).toHaveCount(0);

  await desk.advance(5 * HOUR);
  await desk.ask('ticket.setStatus', { ticketId, status: 'pending' });
  await page.keyboard.press('KeyW');
  await expect(headline).toHaveText(
    /^Response: Missed: it was due Mon .2026-03-02 14:00., noticed Mon .* and is still open\.$/u,
  );

  // By keyboard alone: each step is a button that says whether it is open.
  const resolution = panel.getByRole('button', { name: /^Resolution/u });
  await expect(resolution).toHaveAttribute('aria-expanded', 'false');
  await resolution.focus();
  await page.keyboard.press('Enter');
  await expect(resolution).toHaveAttribute('aria-expanded', 'true');
  const table = panel.getByRole('table');
  await expect(table.getByRole('row').last()).toContainText('Not counted: Pending');

  // What changes while it is open is told again.
  await desk.ask('ticket.setStatus', { ticketId, status: 'in_progress' });
  await expect(resolution).toContainText('because 18 h of open time end then');
  await expect(table).toContainText(/Not counted: holiday, .Founders' day. \(.2026-03-04.\)/u);

  await panel.getByRole('button', { name: /^Policy: .Severe potholes/u }).press('Enter');
  await expect(panel).toContainText('It is less specific');
  await panel.getByRole('button', { name: 'Warnings and reminders' }).press('Enter');
  await expect(panel).toContainText('Reminder 1, 4 h before the deadline');
  await panel.getByRole('button', { name: /^Escalation/u }).press('Enter');
  await expect(panel).toContainText('By then the ticket will stand on level 2');

  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('KeyG');
  await page.keyboard.press('KeyQ');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('KeyW');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('grid')).toBeFocused();
  expect(await row.count()).toBeLessThanOrEqual(1);

  await desk.close();
  remove();
});

test('of a sensitive ticket it says that it is excluded, and nothing else', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { organizations } = await desk.ask('directory.get', {});
  const hospital = organizations.find(({ profile }) => profile === 'hospital');
  const input = { organizationId: hospital?.id ?? '', subject: 'Not for everybody', sensitive: true };
  const { ticketId } = await desk.ask('ticket.create', input);
  await show(desk, ticketId);
  await page.keyboard.press('KeyW');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('status')).toHaveText('Excluded');
  await expect(panel).toContainText('Sensitive tickets have no deadlines, reminders or escalations.');
  await expect(panel.getByRole('button')).toHaveCount(1);
  await desk.close();
  remove();
});

test('the panel has no accessibility fault with every step open, in either language and either theme', async () => {
  test.setTimeout(240_000);
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { ticketId } = await ticketInOfficeHours(desk);
  await desk.ask('ticket.askExplanation', { ticketId, ofUserId: null, ofName: 'R. Pillay', question: 'Why?' });
  await desk.advance(3 * HOUR);
  await desk.ask('ticket.setStatus', { ticketId, status: 'pending' });
  await desk.advance(2 * HOUR);
  await desk.ask('ticket.setStatus', { ticketId, status: 'in_progress' });
  for (const language of languages) {
    await desk.ask('preferences.set', { language });
    await show(desk, ticketId);
    await page.locator('#wk-ticket-title').focus();
    await page.keyboard.press('KeyW');
    const steps = page.locator('.wk-explain-step button');
    await steps.first().waitFor();
    for (const step of await steps.all()) {
      if ((await step.getAttribute('aria-expanded')) === 'false') await step.press('Enter');
      await expect(step).toHaveAttribute('aria-expanded', 'true');
    }
    for (const theme of themes) {
      await desk.systemTheme(theme);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .exclude('[data-tabster-dummy]')
        .analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
          `${language}, ${theme}`,
        )
        .toEqual([]);
      const wide = await page.locator('.wk-explain').evaluate((body) => body.scrollWidth - body.clientWidth);
      expect.soft(wide, `${language}: nothing is cut off at the side`).toBeLessThanOrEqual(0);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await desk.close();
  remove();
});
