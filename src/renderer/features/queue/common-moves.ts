import { statusMoves } from '../../../preload/contract/status-moves.ts';
import type { QueueRow } from '../../../preload/contract/tickets.ts';
import type { ChosenStatus } from '../../../preload/contract/values.ts';

/**
 * Statuses to which every one of the tickets may go, in the table's order.
 * @returns none for no ticket, and for tickets that have no move in common
 */
export function commonMoves(rows: readonly Pick<QueueRow, 'status'>[]): readonly ChosenStatus[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  return statusMoves[first.status].filter((move) => others.every(({ status }) => statusMoves[status].includes(move)));
}
