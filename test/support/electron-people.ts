import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, wk } from './cli-run.ts';
import { person } from './electron-desk.ts';

export const agent = { displayName: 'Thandi Mokoena', userName: 'thandi', password: 'an agent’s own password' };

/** Adds an agent of one organization, without clearance, to the store of a desk that is closed. */
export async function addAgent(data: string, organizationName: string): Promise<void> {
  const file = (name: string, text: string): string => {
    writeFileSync(join(data, name), text);
    return join(data, name);
  };
  const { displayName, userName, password } = agent;
  const asked = [
    ['user', 'add', userName, '--display', displayName, '--org', organizationName, '--role', 'agent'],
    ['--new-password-file', file('new.pw', password), '--store', join(data, 'store')],
    ['--user', person.userName, '--password-file', file('admin.pw', person.password)],
  ];
  ended(await wk(asked.flat()));
}
