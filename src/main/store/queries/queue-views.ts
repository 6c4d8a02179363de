import type { QueueView } from '../../../preload/contract/tickets.ts';
import type { Instant } from '../../../preload/contract/values.ts';

/** "Due soon" is what breaches within the next half hour. */
const DUE_SOON_MS = 30 * 60_000;
const EVER = Number.MAX_SAFE_INTEGER;

export type ViewSql = {
  /** Condition that picks the view's partial index; every index begins with organization and sensitivity. */
  where: string;
  /** Whether `assignee_id IS ?` stands in it. */
  held: boolean;
};

/** Which index each view reads. Time-bound views read a range of the due index. */
export const viewSql: Readonly<Record<QueueView, ViewSql>> = {
  all: { where: 'is_open = 1', held: false },
  mine: { where: 'is_open = 1', held: true },
  unassigned: { where: 'is_open = 1', held: true },
  due_soon: { where: 'is_open = 1', held: false },
  breached: { where: 'is_open = 1', held: false },
  escalated: { where: 'is_escalated = 1', held: false },
  done: { where: 'is_open = 0', held: false },
};

/** Deadlines that belong to a view at an instant: after `from`, up to and with `to` (epoch ms). Null: any. */
export function dueRange(view: QueueView, nowAt: Instant): { from: number; to: number } | null {
  if (view === 'due_soon') return { from: nowAt, to: nowAt + DUE_SOON_MS };
  // A deadline met exactly is met, so at its instant an unmet one is breached.
  return view === 'breached' ? { from: -EVER, to: nowAt } : null;
}
