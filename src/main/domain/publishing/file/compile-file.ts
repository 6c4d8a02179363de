import type { ConfigChange, ConfigProblem, ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import type { ConfigEntity } from '../../config/config.ts';
import { checkDraft, snapshotOf } from '../check/check-draft.ts';
import { problemOf } from '../check/problem.ts';
import { inOrder, onlyChanged, thingOf } from '../draft.ts';
import { parseFile } from './parse-file.ts';
import { Holders, readUsers } from './read-people.ts';
import { readOrganization } from './read-organization.ts';
import { Reading } from './reading.ts';

export type FileGiven = {
  /** The configuration as it is, in the order of the log. */
  entities: readonly ConfigEntity[];
  /** Id of the event that last set a thing; null for what is not there. */
  revisionOf: (thing: ConfigThing) => string | null;
  newId: () => string;
  /** Epoch ms. */
  nowAt: Instant;
};

/**
 * `changes`: what differs from what is there, in the order in which it is saved; empty where a name could not be understood.
 * `deciding`: all policies and calendars that the file names, whether or not they differ: what can be re-applied.
 */
export type CompiledFile = { changes: ConfigChange[]; deciding: ConfigChange[]; problems: ConfigProblem[] };

/**
 * Reads a configuration file as a draft against the configuration as it is, and checks it.
 * @param text  JSON, form: docs/configuration.md
 * @returns problems by their path in the file, errors first
 */
export function compileFile(text: string, { entities, revisionOf, newId, nowAt }: FileGiven): CompiledFile {
  const parsed = parseFile(text);
  if (!parsed.ok) return { changes: [], deciding: [], problems: parsed.problems };
  const { organizations, users } = parsed.file;
  const config = snapshotOf(entities);
  const reading = new Reading(config, newId);
  for (const { user } of users) reading.addUser(user);
  reading.tellTwins(
    organizations.map(({ name }) => name),
    (n) => `organizations.${n}.name`,
  );
  const holders = new Holders(reading);
  const said = organizations.flatMap((written, n) => readOrganization(written, `organizations.${n}`, holders, reading));
  const people = readUsers(users, holders, reading).map((value) => ({ kind: 'user' as const, value }));
  // What a name could not be found for has no draft.
  if (reading.found.length > 0) return { changes: [], deciding: [], problems: reading.found.map(problemOf) };

  const changes = [...said, ...people].map((change): ConfigChange => {
    const drafted: ConfigChange = { basedOn: null, ...change };
    return { ...drafted, basedOn: revisionOf(thingOf(drafted)) };
  });
  const changed = inOrder(onlyChanged(changes, config));
  // All that the file says is checked, also what it does not change: whoever checks a file wants to know of it.
  const problems = checkDraft(entities, changes, nowAt).map((problem) => ({
    ...problem,
    path: reading.pathOf(problem.thing, problem.path),
  }));
  const deciding = changes.filter(({ kind }) => kind === 'policy' || kind === 'calendar');
  return { changes: changed, deciding, problems };
}
