import type { ConfigImported } from '../../../preload/contract/config-files.ts';
import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { User } from '../../domain/config/config.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { hasErrors } from '../../domain/publishing/check/check-draft.ts';
import { compileFile } from '../../domain/publishing/file/compile-file.ts';
import { digestOf, plannedChanges } from '../../domain/publishing/planned-changes.ts';
import { mayProposeAny, publishingOf } from '../../domain/publishing/publishing-for.ts';
import { Revisions, type ConfigRow } from './config-rows.ts';

/** `draft`: what changes. `deciding`: policies and calendars of the file, also those that stay as they are. */
export type FileRead = Omit<ConfigImported, 'outcome'> & { draft: ConfigChange[]; deciding: ConfigChange[] };

/**
 * What a file would do to the configuration.
 * @returns ACCESS_DENIED for whoever may not publish or propose at all: what is wrong with a file tells of what is there
 */
export function readConfigFile(
  text: string,
  given: {
    rows: readonly ConfigRow[];
    config: ConfigSnapshot;
    asker: User | null;
    newId: () => string;
    nowAt: Instant;
  },
): Result<FileRead> {
  const { rows, config, asker, newId, nowAt } = given;
  if (asker === null || !mayProposeAny(asker, config)) return failure('ACCESS_DENIED');
  const revisions = new Revisions(rows);
  const { changes, deciding, problems } = compileFile(text, {
    entities: rows.map(({ entity }) => entity),
    revisionOf: (thing) => revisions.of(thing)?.revision ?? null,
    newId,
    nowAt,
  });
  const publishing = changes.length === 0 ? 'none' : publishingOf(asker, changes, config);
  if (changes.length > 0 && publishing === 'none') return failure('ACCESS_DENIED');
  return success({
    problems,
    changes: plannedChanges(changes, config),
    digest: digestOf(text, changes),
    publishing: hasErrors(problems) ? 'none' : publishing,
    draft: changes,
    deciding,
  });
}
