import { success } from '../../../preload/contract/result.ts';
import { readConfigRows } from '../config/config-rows.ts';
import { readConfigFile } from '../config/read-config-file.ts';
import { idsFrom } from '../make-id.ts';
import type { Query } from './read-context.ts';

/** A file as the draft that it is. Ids of what is new in it are made up anew each time. */
export const draftOfFile: Query<'draft-of-file'> = ({ text }, { db, config, viewer, nowAt }) => {
  const given = { rows: readConfigRows(db), config, asker: viewer, newId: idsFrom(nowAt, text), nowAt };
  const read = readConfigFile(text, given);
  if (!read.ok) return read;
  const { draft: changes, deciding, problems } = read.value;
  return success({ changes, deciding, problems });
};
