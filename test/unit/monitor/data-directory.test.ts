import { expect, test } from 'vitest';
import { dataDirectory, defaultStoreDirectory } from '../../../src/main/monitor/data-directory.ts';

test.each([
  ['linux', {}, '/home/op/.config/Watchkeeper'],
  ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Watchkeeper'],
  ['darwin', {}, '/home/op/Library/Application Support/Watchkeeper'],
  ['linux', { WATCHKEEPER_DATA: '/srv/desk', XDG_CONFIG_HOME: '/cfg' }, '/srv/desk'],
] as const)('the desk of %s with %o lies in %s', (platform, env, folder) => {
  expect(dataDirectory(platform, env, '/home/op')).toBe(folder);
  expect(defaultStoreDirectory(folder)).toBe(`${folder}/store`);
});
