import type { Host } from '../command-host.ts';
import { addConfigCheck } from './config-check.ts';
import { addConfigGet } from './config-get.ts';
import { addConfigSet } from './config-set.ts';

/** `wk config …`: organizations, calendars, policies, rules, teams and users as one file. */
export function addConfig(host: Host): void {
  const config = host.program.command('config').description('the configuration as a file: print, check and publish it');
  for (const add of [addConfigGet, addConfigCheck, addConfigSet]) add(host, config);
}
