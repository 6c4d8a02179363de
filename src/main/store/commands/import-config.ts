import { success } from '../../../preload/contract/result.ts';
import { hasErrors } from '../../domain/publishing/check/check-draft.ts';
import { readConfigRows } from '../config/config-rows.ts';
import { readConfigFile } from '../config/read-config-file.ts';
import { submitDraft } from '../config/submit-draft.ts';
import type { Command } from './write-context.ts';

/** A configuration file, read and published or proposed in one: nothing can come between. All of it or nothing. */
export const importConfig: Command<'import-config'> = ({ text, seen, reapply, note }, context) => {
  const { db, config, actor, newId, nowAt } = context;
  const read = readConfigFile(text, { rows: readConfigRows(db), config, asker: actor, newId, nowAt });
  if (!read.ok) return read;
  const { draft, deciding, ...told } = read.value;
  if (hasErrors(told.problems)) return success({ ...told, outcome: { outcome: 'refused', problems: told.problems } });
  // What was shown is what is published: who published in between is told of by another look at the file.
  if (seen !== null && seen !== told.digest) return success({ ...told, outcome: { outcome: 'stale', things: [] } });
  // What was published before without re-applying it can be re-applied later, by the same file.
  const changes = reapply ? [...new Set([...draft, ...deciding])] : draft;
  if (changes.length === 0) return success({ ...told, outcome: { outcome: 'unchanged' } });
  const submitted = submitDraft({ changes, reapply, note }, context);
  return submitted.ok ? success({ ...told, outcome: submitted.value }) : submitted;
};
