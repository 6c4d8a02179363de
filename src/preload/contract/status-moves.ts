import type { ChosenStatus, Status } from './values.ts';

/**
 * Moves that a person may make. `escalated` is entered by escalation alone and left by any of these.
 * A ticket that has ended is reopened to `open` or `in_progress`, or a resolved one closed.
 * The rules decide by this table and every screen offers by it, so that none offers what is then refused.
 */
export const statusMoves: Readonly<Record<Status, readonly ChosenStatus[]>> = {
  open: ['in_progress', 'pending', 'resolved', 'closed'],
  in_progress: ['open', 'pending', 'resolved', 'closed'],
  pending: ['open', 'in_progress', 'resolved', 'closed'],
  escalated: ['in_progress', 'pending', 'resolved', 'closed'],
  resolved: ['open', 'in_progress', 'closed'],
  closed: ['open', 'in_progress'],
};
