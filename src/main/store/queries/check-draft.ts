import { failure, success } from '../../../preload/contract/result.ts';
import { checkDraft } from '../../domain/publishing/check/check-draft.ts';
import { publishingOf } from '../../domain/publishing/publishing-for.ts';
import { readConfigEntities } from '../config/config-table.ts';
import type { Query } from './read-context.ts';

/** What is wrong with a draft, and what would come of publishing it. Nothing is written. */
export const checkDraftQuery: Query<'check-draft'> = ({ changes }, { db, viewer, config, nowAt }) => {
  if (viewer === null) return failure('ACCESS_DENIED');
  const publishing = publishingOf(viewer, changes, config);
  if (publishing === 'none') return failure('ACCESS_DENIED');
  return success({ problems: checkDraft(readConfigEntities(db), changes, nowAt), publishing });
};
