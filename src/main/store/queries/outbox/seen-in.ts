import { isClearedFor } from '../../../domain/access/access.ts';
import type { User } from '../../../domain/config/config.ts';

/**
 * A condition for a SELECT from `message`: messages of sensitive tickets are there for those who are cleared, and are not even
 * counted for anybody else. Rule: product.md, SLA 10.
 */
export function seenIn(viewer: User, organizationId: string): string {
  if (isClearedFor(viewer, organizationId)) return '1';
  return '(ticket_id IS NULL OR NOT EXISTS (SELECT 1 FROM ticket WHERE id = ticket_id AND sensitive = 1))';
}
