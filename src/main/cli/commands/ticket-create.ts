import type { Command } from 'commander';
import { failure, success, type Failure, type Result } from '../../../preload/contract/result.ts';
import { createTicketInput } from '../../../preload/contract/tickets.ts';
import type { CommandInput } from '../../store/store.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { findOrganization, findTeam, findUser } from '../find-by-name.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk ticket create --store centre --org "Umkhumbi Municipality" --subject "Burst pipe in Main Road" --category "Water leak"
  wk ticket create --store centre --org "St Ndabezitha Hospital" --subject "No answer at the pharmacy" --severity high --json

Prints the tracking number. Needs the role agent in the organization.`;

type CreateFlags = StoreOptions & {
  org: string;
  subject: string;
  team?: string;
  assignee?: string;
  lat?: string;
  lon?: string;
  sensitive?: true;
  json?: true;
} & Partial<Record<Text, string>>;

/** Flags that are handed on as they are; wrong ones are answered by the contract's own schema. */
const texts = ['description', 'category', 'severity', 'priority', 'kind'] as const;
const contactTexts = ['contactName', 'phone', 'email', 'language'] as const;
type Text = (typeof texts)[number] | (typeof contactTexts)[number] | 'address';

/** The flag that fills a field of the contract, where it is not called the same. */
const flagOf: Readonly<Record<string, string>> = {
  'contact.name': '--contact-name',
  'contact.phone': '--phone',
  'contact.email': '--email',
  'contact.language': '--language',
  'place.address': '--address',
  'place.latitude': '--lat',
  'place.longitude': '--lon',
};

/** `wk ticket create` */
export function addTicketCreate(host: Host, parent: Command): void {
  withStoreOptions(parent.command('create'))
    .description('take a ticket in')
    .requiredOption('--org <name>', 'organization')
    .requiredOption('--subject <text>', 'what it is about, one line')
    .option('--description <text>', 'the whole story')
    .option('--category <name>', 'category of the organization')
    .option('--severity <word>', 'low, medium, high or critical (medium)')
    .option('--priority <word>', 'low, medium, high or critical (medium)')
    .option('--kind <word>', 'complaint, inquiry, observation, action_plan or service_request (complaint)')
    .option('--team <name>', 'team that is to work it')
    .option('--assignee <name>', 'person that is to work it, by display name')
    .option('--contact-name <text>', 'who called')
    .option('--phone <number>', 'their telephone')
    .option('--email <address>', 'their email')
    .option('--language <code>', 'en, zu, af or ar (en)')
    .option('--address <text>', 'where it is')
    .option('--lat <degrees>', 'latitude')
    .option('--lon <degrees>', 'longitude')
    .option('--sensitive', 'seen by cleared people only, no clocks run')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((flags: CreateFlags) =>
      onStore(host, flags, async (session) => {
        const input = await inputFrom(session, flags);
        if (!input.ok) return input;
        const made = await session.store.execute(
          'ticket-command',
          { kind: 'create', input: input.value },
          session.commandContext(),
        );
        if (!made.ok) return made;
        const { number, ticketId } = made.value;
        if (flags.json) await host.io.out.json({ number, id: ticketId });
        else await host.io.out.line(number);
        return success(exitCode.done);
      }),
    );
}

type CreateInput = Extract<CommandInput<'ticket-command'>, { kind: 'create' }>['input'];

async function inputFrom({ store, queryContext }: Session, flags: CreateFlags): Promise<Result<CreateInput>> {
  const directory = await store.query('directory', {}, queryContext());
  if (!directory.ok) return directory;
  const organization = findOrganization(directory.value, flags.org);
  if (organization === undefined) return failure('NOT_FOUND', { what: 'organization' });
  const team = flags.team === undefined ? null : findTeam(directory.value, organization.id, flags.team);
  if (team === undefined) return failure('NOT_FOUND', { what: 'team' });
  const assignee = flags.assignee === undefined ? null : findUser(directory.value, organization.id, flags.assignee);
  if (assignee === undefined) return failure('NOT_FOUND', { what: 'user' });

  const parsed = createTicketInput.safeParse({
    ...given(flags, texts),
    subject: flags.subject,
    organizationId: organization.id,
    teamId: team?.id ?? null,
    assigneeId: assignee?.id ?? null,
    sensitive: flags.sensitive === true,
    contact: given(
      { name: flags.contactName, phone: flags.phone, email: flags.email, language: flags.language },
      contactFields,
    ),
    place: {
      ...given(flags, ['address'] as const),
      latitude: flags.lat === undefined ? null : degrees(flags.lat),
      longitude: flags.lon === undefined ? null : degrees(flags.lon),
    },
  });
  return parsed.success ? success(parsed.data) : badFlag(parsed.error.issues[0]);
}

const contactFields = ['name', 'phone', 'email', 'language'] as const;

/** Leaves out what was not given, so that the contract's defaults fill it. */
function given<K extends string>(
  values: Partial<Record<K, string | undefined>>,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const entries = keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const]));
  return Object.fromEntries(entries) as Partial<Record<K, string>>;
}

/** `Number('')` is 0, a place in the Gulf of Guinea. */
function degrees(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function badFlag(issue: { path: PropertyKey[]; message: string } | undefined): Failure {
  const path = issue?.path.map(String).join('.') ?? '';
  return failure('BAD_INPUT', { key: flagOf[path] ?? `--${path}`, why: issue?.message ?? 'not understood' });
}
