import type { Host } from '../command-host.ts';
import { addChannelList } from './channel-list.ts';
import { addChannelSet } from './channel-set.ts';
import { addChannelTest } from './channel-test.ts';

/** `wk channel …`: how messages leave. */
export function addChannel(host: Host): void {
  const channel = host.program.command('channel').description('mail, SMS and WhatsApp: set up, show, test');
  for (const add of [addChannelSet, addChannelList, addChannelTest]) add(host, channel);
}
