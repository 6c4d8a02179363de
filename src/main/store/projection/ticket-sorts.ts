import type { Priority, Severity, TicketKind } from '../../../preload/contract/values.ts';
import type { Statements } from '../statements.ts';

/** What a policy can tell tickets apart by. */
export type TicketSort = { kind: TicketKind; category: string; severity: Severity; priority: Priority };

/** @returns every sort among the open tickets of an organization that have clocks, with how many there are */
export function sortsOfOpen(statements: Statements, organizationId: string): (TicketSort & { n: number })[] {
  return statements
    .of<[string], TicketSort & { n: number }>(
      `SELECT kind, category, severity, priority, count(*) AS n FROM ticket
       WHERE is_open = 1 AND organization_id = ? AND sensitive = 0 GROUP BY kind, category, severity, priority`,
    )
    .all(organizationId);
}

export function sortKey({ kind, category, severity, priority }: TicketSort): string {
  return JSON.stringify([kind, category, severity, priority]);
}
