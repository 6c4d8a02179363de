import { success } from '../../../preload/contract/result.ts';
import { readConfigRows } from '../config/config-rows.ts';
import { readConfigFile } from '../config/read-config-file.ts';
import { idsFrom } from '../make-id.ts';
import type { Query } from './read-context.ts';

/** A dry run: what a file would change, and what is wrong with it. Its ids are made up and thrown away. */
export const readConfigFileQuery: Query<'read-config-file'> = ({ text }, { db, config, viewer, nowAt }) => {
  const given = { rows: readConfigRows(db), config, asker: viewer, newId: idsFrom(nowAt, text), nowAt };
  const read = readConfigFile(text, given);
  if (!read.ok) return read;
  const { draft: _draft, deciding: _deciding, ...told } = read.value;
  return success({ ...told, outcome: null });
};
