import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, wk } from './cli-run.ts';
import { person, setUp, startDesk, type Desk } from './electron-desk.ts';

export const agent = { displayName: 'Thandi Mokoena', userName: 'thandi', password: 'an agent’s own password' };
export const otherAdministrator = { displayName: 'Ben Naidoo', userName: 'ben', password: 'the other one’s password' };

/** Adds somebody to the store of a desk that is closed. */
async function add(data: string, who: typeof agent, roles: readonly string[]): Promise<void> {
  const file = (name: string, text: string): string => {
    writeFileSync(join(data, name), text);
    return join(data, name);
  };
  const { displayName, userName, password } = who;
  const asked = [
    ['user', 'add', userName, '--display', displayName, ...roles],
    ['--new-password-file', file('new.pw', password), '--store', join(data, 'store')],
    ['--user', person.userName, '--password-file', file('admin.pw', person.password)],
  ];
  ended(await wk(asked.flat()));
}

/** An agent of one organization, without clearance. */
export function addAgent(data: string, organizationName: string): Promise<void> {
  return add(data, agent, ['--org', organizationName, '--role', 'agent']);
}

/** A second administrator, who configures and sees no ticket. */
export function addAdministrator(data: string): Promise<void> {
  return add(data, otherAdministrator, ['--role', 'administrator']);
}

/** A fresh desk with the sample centre, started again for an agent of the municipality, who has signed in. */
export async function startAsAgent(data: string): Promise<Desk> {
  const first = await startDesk({ data });
  await setUp(first);
  await first.close();
  await addAgent(data, 'Khanyamanzi Municipality');
  const desk = await startDesk({ data });
  const { userName, password } = agent;
  await desk.ask('session.signIn', { userName, password });
  return desk;
}
