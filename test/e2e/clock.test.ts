import { expect, test } from '@playwright/test';
import { desksFolder, HOUR, setUp, startDesk } from '../support/electron-desk.ts';

test('by a clock that somebody set nothing breaches until a person says that the time is right', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const escalated = async () => (await desk.ask('queue.counts', {})).escalated;
  const before = await escalated();

  await desk.setClock(48 * HOUR);
  await expect(page.getByText('The clock of this machine was set forward by 2 d 0 h.')).toBeVisible();
  await desk.advance(60_000);
  const told = (await desk.desktop()).shown.length;
  expect(await escalated()).toBe(before);

  await page.getByRole('button', { name: 'The time is right' }).click();
  await expect(page.getByText('The clock of this machine was set forward')).toBeHidden();
  await expect.poll(async () => (await desk.desktop()).shown.length).toBeGreaterThan(told);
  await expect.poll(escalated).toBeGreaterThan(before);

  await desk.setClock(-48 * HOUR);
  await expect(page.getByText('The clock of this machine was set back by 2 d 0 h.')).toBeVisible();
  await desk.setClock(48 * HOUR);
  await expect(page.getByText('The clock of this machine was set back')).toBeHidden();
  await desk.close();
  remove();
});
