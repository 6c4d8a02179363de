import { expect, test } from '@playwright/test';
import { desksFolder, HOUR, person, setUp, startDesk, type Desk } from '../support/electron-desk.ts';

const MINUTE = 60_000;

async function tryPassword({ page }: Desk, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

test('a locked desk shows nothing and answers nothing, its engine runs on, and the right password brings it back', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);

  await test.step('locking hides the queue from the screen and from the bridge', async () => {
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Lock' }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(0);
    expect(await desk.request('queue.page', { view: 'all' })).toEqual({ ok: false, code: 'SESSION_LOCKED' });
    expect(await desk.request('notifications.list', {})).toEqual({ ok: false, code: 'SESSION_LOCKED' });
  });

  await test.step('what comes due meanwhile is worked off, and told by its number alone', async () => {
    const { shown } = await desk.desktop();
    await desk.advance(48 * HOUR);
    await expect.poll(async () => (await desk.desktop()).shown.length).toBeGreaterThan(shown.length);
    const told = (await desk.desktop()).shown.slice(shown.length);
    for (const { body } of told) expect(body).toMatch(/^WK-\w+-\d+$/);
  });

  await test.step('two slips are free, then tries have to wait, ever longer', async () => {
    for (const wrong of ['not this one', 'nor this']) {
      await tryPassword(desk, wrong);
      await expect(page.getByText('The name or the password is wrong.')).toBeVisible();
    }
    const answers = [];
    for (const _ of [1, 2, 3])
      answers.push(await desk.request('session.signIn', { userName: person.userName, password: 'guess' }));
    expect(answers.map((answer) => !answer.ok && answer.code)).toEqual([
      'PASSWORD_WRONG',
      'TOO_MANY_TRIES',
      'TOO_MANY_TRIES',
    ]);
    await desk.advance(1_000);
    expect(await desk.request('session.signIn', { userName: person.userName, password: 'guess' })).toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    const refused = await desk.request('session.signIn', { userName: person.userName, password: person.password });
    expect(refused).toMatchObject({ code: 'TOO_MANY_TRIES', params: { waitMs: 2_000 } });
  });

  await test.step('the wait survives a restart', async () => {
    await desk.close();
    const clockAt = Date.parse('2026-03-04T08:00:02Z');
    const again = await startDesk({ data, clockAt });
    const { userName, password } = person;
    expect(await again.request('session.signIn', { userName, password })).toMatchObject({ code: 'TOO_MANY_TRIES' });
    await again.advance(2_000);
    await again.page.getByRole('textbox', { name: 'Sign-in name' }).fill(userName);
    await again.page.getByLabel('Password', { exact: true }).fill(password);
    await again.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(again.page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await again.close();
  });
  remove();
});

test('five minutes without input lock the desk, and input in between does not', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  await setUp(desk, 'none');
  await desk.idle(4 * MINUTE);
  await desk.advance(5 * MINUTE);
  expect((await desk.ask('desk.info', {})).state.stage).toBe('ready');
  await desk.idle(5 * MINUTE);
  await desk.advance(MINUTE);
  await expect(desk.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await desk.idle(0);
  await tryPassword(desk, person.password);
  await expect(desk.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await desk.close();
  remove();
});

test('somebody else’s sign-in clears what the page still held', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  await setUp(desk);
  await desk.page.evaluate(() => Object.assign(globalThis, { leftBehind: 'a sensitive word' }));
  await desk.ask('session.signOut', {});
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const after = await desk.page.evaluate(() => (globalThis as { leftBehind?: string }).leftBehind ?? null);
  expect(after).toBeNull();
  await desk.close();
  remove();
});
