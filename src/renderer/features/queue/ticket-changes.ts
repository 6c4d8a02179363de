import type { Result } from '../../../preload/contract/result.ts';
import type { TicketChanged } from '../../../preload/contract/tickets.ts';
import type { Client } from '../../client/client.ts';
import type { StatusChoice } from '../../ui/dialogs/status-dialog.tsx';
import type { ListRow } from './frozen-order.ts';
import type { QueueStore } from './queue-store.ts';

/** What the list can do to a ticket, alone or to many. */
export type TicketChange = { kind: 'status'; choice: StatusChoice } | { kind: 'assign'; assigneeId: string | null };

/** Does it and shows it in the row at once. */
export async function changeTicket(
  client: Client,
  queue: QueueStore,
  row: ListRow,
  change: TicketChange,
): Promise<Result<TicketChanged>> {
  if (change.kind === 'status') {
    const answer = await client.request('ticket.setStatus', { ticketId: row.id, ...change.choice });
    if (answer.ok) queue.patch(row.id, { status: change.choice.status });
    return answer;
  }
  const answer = await client.request('ticket.assign', { ticketId: row.id, assigneeId: change.assigneeId });
  if (answer.ok) queue.patch(row.id, { assigneeId: change.assigneeId });
  return answer;
}
