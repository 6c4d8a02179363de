import { test } from '@playwright/test';
import { openAdminScreens } from '../support/electron-admin-screens.ts';
import { walkWithAxe } from '../support/electron-axe.ts';

test('no screen of the administration has an accessibility fault, in either language and either theme', async () => {
  test.setTimeout(400_000);
  await walkWithAxe(openAdminScreens);
});
