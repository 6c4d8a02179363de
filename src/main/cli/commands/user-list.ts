import type { Command } from 'commander';
import { success } from '../../../preload/contract/result.ts';
import type { Config, User } from '../../domain/config/config.ts';
import { readHeader } from '../../store/key/header.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { configurationOfManager } from '../configuration.ts';
import { exitCode } from '../exit-code.ts';
import { tableText } from '../output/words.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk user list --store centre
  wk user list --store centre --password-file pw --json

Needs an administrator. A user without a password cannot sign in: “wk user password” gives one.`;

/** Keys are documented in docs/command-line.md. */
type Line = {
  name: string;
  display_name: string;
  active: boolean;
  roles: { organization: string | null; role: string }[];
  cleared_for: string[];
  password: boolean;
};

/** `wk user list` */
export function addUserList(host: Host, parent: Command): void {
  withStoreOptions(parent.command('list'))
    .description('users with their roles and clearance, and whether they can sign in')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((options: StoreOptions & { json?: true }) =>
      onStore(host, options, async (session, { directory }) => {
        const config = await configurationOfManager(session);
        if (!config.ok) return config;
        const header = await readHeader(directory);
        if (!header.ok) return header;
        const holders = new Set(header.value.slots.flatMap((slot) => ('userId' in slot ? [slot.userId] : [])));
        const lines = [...config.value.users()]
          .map((user) => lineOf(user, config.value, holders.has(user.id)))
          .sort((a, b) => a.name.localeCompare(b.name, 'en'));
        if (options.json) await host.io.out.json({ users: lines });
        else await host.io.out.write(tableText(lines.map(cells)));
        return success(exitCode.done);
      }),
    );
}

function lineOf(user: User, config: Config, hasPassword: boolean): Line {
  const nameOf = (organizationId: string): string => config.organization(organizationId)?.name ?? organizationId;
  const held = user.grants.map(({ organizationId, role }) => ({ organization: nameOf(organizationId), role }));
  return {
    name: user.userName,
    display_name: user.displayName,
    active: user.active,
    roles: user.administrator ? [{ organization: null, role: 'administrator' }, ...held] : held,
    cleared_for: user.clearedFor.map(nameOf),
    password: hasPassword,
  };
}

function cells({ name, display_name: displayName, active, roles, cleared_for: clearedFor, password }: Line): string[] {
  const byOrganization = Map.groupBy(roles, ({ organization }) => organization);
  const held = [...byOrganization].map(([organization, grants]) => {
    const words = grants.map(({ role }) => role).join(', ');
    return organization === null ? words : `${organization}: ${words}`;
  });
  return [
    name,
    displayName,
    active ? 'active' : 'inactive',
    password ? 'password' : 'no password',
    held.join('; '),
    clearedFor.length === 0 ? '' : `cleared: ${clearedFor.join('; ')}`,
  ];
}
