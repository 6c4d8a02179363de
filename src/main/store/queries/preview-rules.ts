import { failure, success } from '../../../preload/contract/result.ts';
import { previewRules } from '../../domain/escalation/preview-rules.ts';
import { withDraft } from '../../domain/publishing/check/check-draft.ts';
import { onlyChanged } from '../../domain/publishing/draft.ts';
import { readConfigEntities } from '../config/config-table.ts';
import { mayTryRules } from './escalation-rules.ts';
import { ticketsOfNumber } from './find-ticket.ts';
import type { Query } from './read-context.ts';

/**
 * What the rules of a draft would do to a ticket that the viewer may see. Of a sensitive one nothing is told but that it is
 * excluded, so there is no reading of it to audit.
 */
export const previewRulesQuery: Query<'preview-rules'> = ({ organizationId, changes, number }, context) => {
  const { db, viewer, config, log, nowAt } = context;
  if (viewer === null || !mayTryRules(viewer, organizationId, changes, config)) return failure('ACCESS_DENIED');
  const ticket = ticketsOfNumber(context, number).find((row) => row.organizationId === organizationId);
  if (ticket === undefined) return failure('NOT_FOUND');
  const after = withDraft(readConfigEntities(db), onlyChanged(changes, config), nowAt);
  const preview = previewRules(log.ofTicket(ticket.id), after, nowAt);
  return preview === null ? failure('NOT_FOUND') : success(preview);
};
