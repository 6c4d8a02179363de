import type { chosenStatuses, Status } from '../../../preload/contract/values.ts';

type Chosen = (typeof chosenStatuses)[number];

/**
 * Moves that a person may make. `escalated` is entered by escalation alone and left by any of these.
 * A ticket that has ended is reopened to `open` or `in_progress`, or a resolved one closed.
 */
export const statusMoves: Readonly<Record<Status, readonly Chosen[]>> = {
  open: ['in_progress', 'pending', 'resolved', 'closed'],
  in_progress: ['open', 'pending', 'resolved', 'closed'],
  pending: ['open', 'in_progress', 'resolved', 'closed'],
  escalated: ['in_progress', 'pending', 'resolved', 'closed'],
  resolved: ['open', 'in_progress', 'closed'],
  closed: ['open', 'in_progress'],
};

const ended: ReadonlySet<Status> = new Set(['resolved', 'closed']);

export function isEnded(status: Status): boolean {
  return ended.has(status);
}
