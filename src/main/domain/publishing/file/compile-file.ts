import type { ConfigChange, ConfigProblem, ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import type { ConfigEntity } from '../../config/config.ts';
import { checkDraft, snapshotOf } from '../check/check-draft.ts';
import { errorsFirst, problemOf, type Found } from '../check/problem.ts';
import { idOf, thingOf } from '../../../../preload/contract/config-thing.ts';
import { inOrder, onlyChanged } from '../draft.ts';
import { parseFile } from './parse-file.ts';
import { Holders, readUsers } from './read-people.ts';
import { readOrganization } from './read-organization.ts';
import { Reading } from './reading.ts';
import { mayBeLeftOut, mayFollow } from './what-follows.ts';

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

/** Of things that stand in the file twice the first is checked; that there is another was told. */
function firstOfEach(changes: readonly ConfigChange[]): ConfigChange[] {
  const ids = new Set<string>();
  return changes.filter((change) => !ids.has(idOf(change)) && ids.add(idOf(change)));
}

/**
 * Reads a configuration file as a draft against the configuration as it is, and checks it.
 * @param text  JSON, form: docs/configuration.md
 * @returns every problem at once, by its path in the file, errors first. What has another form, or names what is not there, is
 *   told, and the rest is checked as far as it can be without it.
 */
export function compileFile(text: string, { entities, revisionOf, newId, nowAt }: FileGiven): CompiledFile {
  const { file, found, leftOut, pathOf } = parseFile(text);
  if (file === null) return { changes: [], deciding: [], problems: found.map(problemOf) };
  const { organizations, users } = file;
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
  const drafted = [...said, ...people].map((change): ConfigChange => {
    const draft: ConfigChange = { basedOn: null, ...change };
    return { ...draft, basedOn: revisionOf(thingOf(draft)) };
  });

  const inFile = <T extends Pick<Found, 'thing' | 'path'>>(problem: T): T => ({
    ...problem,
    path: pathOf(reading.pathOf(problem.thing, problem.path)),
  });
  const formless = new Set(found.map(({ path }) => path));
  const named = reading.found.map(inFile).filter((one) => !formless.has(one.path) && !mayBeLeftOut(one, leftOut));
  const isWhole = found.length === 0 && reading.found.length === 0;
  const changes = isWhole ? drafted : firstOfEach(drafted);
  // All that the file says is checked, also what it does not change: whoever checks a file wants to know of it.
  const checked = checkDraft(entities, changes, nowAt).map(inFile);
  if (isWhole) {
    const deciding = changes.filter(({ kind }) => kind === 'policy' || kind === 'calendar');
    return { changes: inOrder(onlyChanged(changes, config)), deciding, problems: checked };
  }

  const before = [...found, ...named].map(problemOf);
  const told = new Set(before.map(({ path }) => path));
  const sound = checked.filter((problem) => !told.has(problem.path) && !mayFollow(problem, leftOut, reading.found));
  return { changes: [], deciding: [], problems: errorsFirst([...before, ...sound]) };
}
