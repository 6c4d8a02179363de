import { test } from '@playwright/test';
import { walkWithAxe } from '../support/electron-axe.ts';
import { openScreens } from '../support/electron-screens.ts';

test('no screen has an accessibility fault, in either language and either theme', async () => {
  test.setTimeout(400_000);
  await walkWithAxe(openScreens);
});
