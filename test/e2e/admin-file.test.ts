import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openAdmin } from '../support/electron-admin.ts';
import { desksFolder, setUp, startDesk } from '../support/electron-desk.ts';
import { startAsAgent } from '../support/electron-people.ts';

test('the configuration is saved as a file that changes nothing when it is read back, and what is changed in it is shown before it counts', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const path = join(data, 'configuration.json');
  // The system’s own dialog is out of a test’s reach.
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await openAdmin(page, 'file');
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  await expect(page.getByText(/Saved as .*configuration\.json/u)).toBeVisible();
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain('password');

  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(path);
  await expect(page.getByText('Nothing changes: everything is so already.')).toBeVisible();

  await test.step('a changed file is a dry run first', async () => {
    expect(text).toContain('"All requests"');
    writeFileSync(path, text.replaceAll('"All requests"', '"Every request"'));
    await choose.setInputFiles(path);
    await expect(
      page
        .getByRole('cell', { name: 'New: SLA policy' })
        .or(page.getByRole('cell', { name: 'Changed: SLA policy' }))
        .first(),
    ).toBeVisible();
    const names = async () => (await desk.ask('config.get', {})).policies.map(({ versions }) => versions[0]?.name);
    expect(await names()).not.toContain('Every request');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.locator('.wk-outcome')).toContainText('Published.');
    expect(await names()).toContain('Every request');
  });

  await test.step('a file that cannot be read says where and why', async () => {
    writeFileSync(path, '{ "organizations": 3');
    await choose.setInputFiles(path);
    await expect(page.getByText(/This file is not JSON/u)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  });
  await desk.close();
  remove();
});

test('who configures nothing has no way to the administration', async () => {
  const { data, remove } = desksFolder();
  const desk = await startAsAgent(data);
  const { page } = desk;
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Administration' })).toHaveCount(0);
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('administration');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
  expect(await desk.request('config.get', {})).toMatchObject({ ok: false, code: 'ACCESS_DENIED' });
  expect(await desk.request('config.saveExport', {})).toMatchObject({ ok: false, code: 'ACCESS_DENIED' });
  await desk.close();
  remove();
});
