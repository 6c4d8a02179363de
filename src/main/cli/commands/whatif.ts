import { InvalidArgumentError } from 'commander';
import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { hasErrors } from '../../domain/publishing/check/check-draft.ts';
import { runWhatIf } from '../../store/run-what-if.ts';
import { fail, onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { findOrganization } from '../find-by-name.ts';
import { say, type Io } from '../io.ts';
import { problemLine } from '../output/problem-text.ts';
import { progressLine } from '../output/progress-line.ts';
import { readTextFile } from '../read-text-file.ts';
import type { Session, StoreOptions } from '../use-store.ts';
import { periodOf } from '../whatif/period.ts';
import { openResults } from '../whatif/results.ts';

const examples = `
Examples:
  wk whatif --store centre --password-file pw --draft shorter.json
  wk whatif --store centre --password-file pw --draft shorter.json --from 2026-01-01 --until 2026-03-31
  wk whatif --store centre --password-file pw --draft shorter.json --json > report.json
  wk whatif --store centre --password-file pw --draft shorter.json --csv changed.csv

Nothing is written to the store. The draft is a file as “wk config set” takes it. What people did stays as it was and when
it was, also what they did because a ticket had escalated; what the engine does is derived anew. Three columns: recorded is
what was, live what the rules in force make of the same past, draft what the draft makes of it. Sensitive tickets are left out.
Dates are days in the zone of the organization that is named, else in UTC. Exit code 1: the draft has errors.`;

type WhatIfFlags = StoreOptions & {
  draft: string;
  organization?: string;
  from?: string;
  until?: string;
  oneIn: number;
  json?: true;
  csv?: string;
};

function share(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new InvalidArgumentError('Write a number from 1 to 1000.');
  return number;
}

/** `wk whatif`: past tickets replayed under a draft, before it is published. */
export function addWhatIf(host: Host): void {
  withStoreOptions(host.program.command('whatif'))
    .description('replay past tickets under a draft of the configuration, and compare')
    .requiredOption('--draft <file>', 'configuration file to try')
    .option('--org, --organization <name>', 'only this organization')
    .option('--from <date>', 'tickets that were there from this day on, YYYY-MM-DD')
    .option('--until <date>', 'to this day, and no later')
    .option('--one-in <n>', 'replay only every nth ticket', share, 1)
    .option('--json', 'print JSON, with every ticket that changes')
    .option('--csv <file>', 'write every ticket that changes to a CSV file')
    .addHelpText('after', examples)
    .action(async (flags: WhatIfFlags) => {
      const text = await readTextFile(host.io, flags.draft, '--draft');
      if (!text.ok) return fail(host, text);
      return onStore(host, flags, (session) => whatIf(host.io, session, text.value, flags));
    });
}

/** @returns null when the file has errors, which have been told */
async function readDraft(io: Io, session: Session, text: string): Promise<Result<ConfigChange[] | null>> {
  const read = await session.store.query('draft-of-file', { text }, session.queryContext());
  if (!read.ok) return read;
  const { changes, problems } = read.value;
  for (const problem of problems) say(io, problemLine(problem));
  if (hasErrors(problems)) return success(null);
  if (changes.length === 0) say(io, 'The draft changes nothing: everything is so already.');
  return success(changes);
}

async function whatIf(io: Io, session: Session, text: string, flags: WhatIfFlags): Promise<Result<ExitCode>> {
  const { store, queryContext } = session;
  const changes = await readDraft(io, session, text);
  if (!changes.ok) return changes;
  if (changes.value === null) return success(exitCode.looked);

  const directory = await store.query('directory', {}, queryContext());
  if (!directory.ok) return directory;
  const organization =
    flags.organization === undefined ? undefined : findOrganization(directory.value, flags.organization);
  if (flags.organization !== undefined && organization === undefined)
    return failure('NOT_FOUND', { what: 'organization' });
  const period = periodOf(flags, organization?.timezone ?? 'UTC');
  if (!period.ok) return period;

  const results = await openResults(io, directory.value, flags);
  if (!results.ok) return results;
  const progress = progressLine(io, 'tickets looked through');
  const ran = await runWhatIf(
    store,
    {
      ...period.value,
      changes: changes.value,
      organizationId: organization?.id,
      oneIn: flags.oneIn,
      mostChanged: Infinity,
    },
    queryContext(),
    {
      isCancelled: () => io.out.closed,
      async onSlice({ done, of }, changed) {
        progress(done, of);
        await results.value.add(changed);
      },
    },
  );
  // Null: whoever read the results has gone.
  await results.value.end(ran.ok ? ran.value : null);
  return ran.ok ? success(exitCode.done) : ran;
}
