import type { Command } from 'commander';
import type { ConfigImported } from '../../../preload/contract/config-files.ts';
import type { ConfigPreview } from '../../../preload/contract/configuration.ts';
import type { PublishOutcome } from '../../../preload/contract/publishing.ts';
import { success, type Result } from '../../../preload/contract/result.ts';
import { hasErrors } from '../../domain/publishing/check/check-draft.ts';
import { fail, onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { say, type Io } from '../io.ts';
import { changeLine } from '../output/config-changes-text.ts';
import { problemLine } from '../output/problem-text.ts';
import { reapplyJson, reapplyLines } from '../output/reapply-preview.ts';
import { readTextFile } from '../read-text-file.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk config set centre.json --store centre --password-file pw --dry-run --reapply
  wk config set centre.json --store centre --password-file pw --reapply --note "shorter hours from Monday"

What the file says is published in one, or proposed where another person has to approve; one bad part refuses all of it.
What it does not name of calendars, policies and rules is set aside; what else it leaves out stays as it is.
New users have no password yet: “wk user password” gives one. Exit code 1: it was refused.`;

type SetFlags = StoreOptions & { dryRun?: true; reapply?: true; note: string; json?: true };
type Told = ConfigImported & { reapplied?: number; preview?: ConfigPreview };

/** Tickets looked through in one transaction. */
const CHUNK = 200;

/** `wk config set` */
export function addConfigSet(host: Host, parent: Command): void {
  withStoreOptions(parent.command('set <file>'))
    .description('publish what a file says, or propose it')
    .option('--dry-run', 'write nothing, tell what would change; with --reapply which deadlines would move')
    .option('--reapply', 'let it count for open tickets too')
    .option('--note <text>', 'why, for whoever approves', '')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (file: string, flags: SetFlags) => {
      const text = await readTextFile(host.io, file, 'FILE');
      if (!text.ok) return fail(host, text);
      return onStore(host, flags, (session) => set(host.io, session, text.value, flags));
    });
}

async function set(io: Io, session: Session, text: string, flags: SetFlags): Promise<Result<ExitCode>> {
  if (flags.dryRun) return tryOut(io, session, text, flags);
  const { store, commandContext } = session;
  const { reapply = false, note } = flags;
  const done = await store.execute('import-config', { text, seen: null, reapply, note }, commandContext());
  if (!done.ok) return done;
  const { outcome } = done.value;
  if (outcome?.outcome !== 'published' || !outcome.reapplying) return tell(io, done.value, flags);
  const reapplied = await reapplyAll(io, session);
  return reapplied.ok ? tell(io, { ...done.value, reapplied: reapplied.value }, flags) : reapplied;
}

async function tryOut(io: Io, session: Session, text: string, flags: SetFlags): Promise<Result<ExitCode>> {
  const { store, queryContext } = session;
  const read = await store.query('read-config-file', { text }, queryContext());
  if (!read.ok) return read;
  if (flags.reapply !== true || hasErrors(read.value.problems)) return tell(io, read.value, flags);
  const preview = await previewOf(session, text);
  return preview.ok ? tell(io, { ...read.value, preview: preview.value }, flags) : preview;
}

/** Of all policies and calendars of the file, also those that are published already: they are re-applied as well. */
async function previewOf({ store, queryContext }: Session, text: string): Promise<Result<ConfigPreview>> {
  const draft = await store.query('draft-of-file', { text }, queryContext());
  if (!draft.ok) return draft;
  const changes = [...new Set([...draft.value.changes, ...draft.value.deciding])];
  return changes.length === 0
    ? success({ touched: 0, rows: [] })
    : store.query('preview-draft', { changes }, queryContext());
}

/** Nobody may be running a desk: what was asked for is done here, and gone on with there when this is stopped. */
async function reapplyAll(io: Io, { store, commandContext }: Session): Promise<Result<number>> {
  say(io, 'Applying it to open tickets …');
  let reapplied = 0;
  for (let more = true; more;) {
    const done = await store.execute('reapply-config', { limit: CHUNK }, commandContext());
    if (!done.ok) return done;
    reapplied += done.value.reapplied;
    ({ more } = done.value);
  }
  return success(reapplied);
}

const endings: Readonly<Record<PublishOutcome['outcome'], string>> = {
  published: 'Published.',
  proposed: 'Proposed: another person has to approve it.',
  unchanged: 'Nothing to change: everything is so already.',
  refused: 'Refused: nothing was changed.',
  stale: 'Somebody changed the configuration meanwhile: nothing was changed.',
  rejected: 'Rejected.',
  withdrawn: 'Withdrawn.',
};

async function tell(io: Io, told: Told, { json }: SetFlags): Promise<Result<ExitCode>> {
  const { preview, ...rest } = told;
  const { problems, changes, outcome, reapplied } = rest;
  if (json) await io.out.json(preview === undefined ? rest : { ...rest, preview: reapplyJson(preview) });
  else {
    for (const problem of problems) await io.out.line(problemLine(problem));
    for (const change of changes) await io.out.line(changeLine(change));
    for (const line of preview === undefined ? [] : reapplyLines(preview)) await io.out.line(line);
    if (reapplied !== undefined) await io.out.line(`${reapplied} open tickets have the new configuration`);
  }
  if (outcome !== null) say(io, endings[outcome.outcome]);
  else if (!hasErrors(problems)) say(io, changes.length === 0 ? endings.unchanged : 'A dry run: nothing was changed.');
  const newUsers = changes.filter(({ kind, action }) => kind === 'user' && action === 'add').length;
  if (outcome?.outcome === 'published' && newUsers > 0)
    say(io, `${newUsers} new users have no password yet: “wk user password NAME” gives one.`);
  const isRefused = hasErrors(problems) || outcome?.outcome === 'refused' || outcome?.outcome === 'stale';
  return success(isRefused ? exitCode.looked : exitCode.done);
}
