import { success } from '../../../preload/contract/result.ts';
import { readConfigRows, Revisions } from '../config/config-rows.ts';
import { maySee, proposalsIn, proposalView } from '../config/proposals.ts';
import type { Query } from './read-context.ts';

/** Newer ones push older ones off the screen; the audit keeps all. */
const MOST_SHOWN = 200;

/** Open and decided proposals that the viewer may see, newest first. */
export const proposals: Query<'proposals'> = (_input, { db, viewer }) => {
  if (viewer === null) return success({ proposals: [] });
  const rows = readConfigRows(db);
  const revisions = new Revisions(rows);
  return success({
    proposals: proposalsIn(rows)
      .filter(({ proposal }) => maySee(viewer, proposal))
      .slice(0, MOST_SHOWN)
      .map((known) => proposalView(known, viewer, revisions)),
  });
};
