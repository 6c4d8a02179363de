import type { Host } from '../command-host.ts';
import { addUserAdd } from './user-add.ts';
import { addUserList } from './user-list.ts';
import { addUserPassword } from './user-password.ts';

/** `wk user …`: who signs in, and with which password. */
export function addUser(host: Host): void {
  const user = host.program.command('user').description('list and add users, give them passwords');
  for (const add of [addUserList, addUserAdd, addUserPassword]) add(host, user);
}
