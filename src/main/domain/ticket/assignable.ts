import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { isClearedFor, mayIn } from '../access/access.ts';
import type { Config } from '../config/config.ts';

/**
 * Whether a ticket can be given to somebody.
 * @returns NOT_FOUND for who is not active or does not see the organization, SENSITIVE_NEEDS_CLEARED_HOLDER for who may
 * not see this ticket. Rule: product.md, SLA 10.
 */
export function isAssignable(
  ticket: { organizationId: string; sensitive: boolean },
  assigneeId: string | null,
  config: Config,
): Result<null> {
  if (assigneeId === null) return success(null);
  const assignee = config.user(assigneeId);
  if (assignee === undefined || !mayIn(assignee, 'view_ticket', ticket.organizationId)) return failure('NOT_FOUND');
  if (ticket.sensitive && !isClearedFor(assignee, ticket.organizationId))
    return failure('SENSITIVE_NEEDS_CLEARED_HOLDER');
  return success(null);
}
