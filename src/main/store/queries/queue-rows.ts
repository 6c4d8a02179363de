import type { QueueRow } from '../../../preload/contract/tickets.ts';
import type { ShownClocks } from '../projection/ticket-row.ts';
import { ticketColumns } from '../projection/ticket-table.ts';
import type { TicketRow } from '../schema/ticket.ts';
import type { ReadContext } from './read-context.ts';

/** A row of `ticket` as the queue shows it. The projection wrote it from a folded state, so its words are the contract's. */
export function toQueueRow(row: TicketRow): QueueRow {
  const { calendarVersionId = null, ...clocks } = JSON.parse(row.clocks) as ShownClocks;
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organizationId,
    subject: row.subject,
    kind: row.kind as QueueRow['kind'],
    category: row.category,
    severity: row.severity as QueueRow['severity'],
    priority: row.priority as QueueRow['priority'],
    status: row.status as QueueRow['status'],
    sensitive: row.sensitive === 1,
    teamId: row.teamId,
    assigneeId: row.assigneeId,
    contactName: row.contactName,
    level: row.level,
    createdAt: row.createdAt,
    clocks,
    calendarVersionId,
    dueAt: row.dueAt,
    version: row.version,
  };
}

/** Rows by their `newest`, in the order asked for. */
export function queueRowsOf({ statements }: ReadContext, places: readonly number[]): QueueRow[] {
  const byPlace = statements.of<[number], TicketRow>(`SELECT ${ticketColumns} FROM ticket WHERE newest = ?`);
  return places.flatMap((place) => {
    const row = byPlace.get(place);
    return row === undefined ? [] : [toQueueRow(row)];
  });
}
