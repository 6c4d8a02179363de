import { failure, success } from '../../../preload/contract/result.ts';
import { ticketColumns } from '../projection/ticket-table.ts';
import type { TicketRow } from '../schema/ticket.ts';
import { toQueueRow } from './queue-rows.ts';
import type { Query } from './read-context.ts';
import { stretchesOf } from './scope.ts';

type Bound = string | number;

/** Newest first, for the command line and exports. */
export const listTickets: Query<'list-tickets'> = ({ organizationId, status, after, limit }, context) => {
  const before = after === undefined || after === null ? Number.MAX_SAFE_INTEGER : Number(after);
  if (!Number.isSafeInteger(before) || limit < 1 || limit > 1000) return failure('BAD_INPUT');
  const stretches = stretchesOf(context.viewer, organizationId);
  if (stretches.length === 0) return success({ rows: [], next: null });
  const seen = stretches.map(() => '(organization_id = ? AND sensitive = ?)').join(' OR ');
  const inStatus = status === undefined ? '' : ' AND status = ?';
  const bound: Bound[] = [before, ...stretches.flatMap((s): Bound[] => [s.organizationId, s.sensitive])];
  if (status !== undefined) bound.push(status);
  const rows = context.statements
    .of<Bound[], TicketRow>(
      `SELECT ${ticketColumns} FROM ticket WHERE newest < ? AND (${seen})${inStatus} ORDER BY newest DESC LIMIT ?`,
    )
    .all(...bound, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return success({
    rows: page.map(toQueueRow),
    next: rows.length > limit && last !== undefined ? String(last.newest) : null,
  });
};
