import type { Instant } from '../../../preload/contract/values.ts';
import type { WhatIfPlace } from './query-map.ts';
import type { ReadContext } from './read-context.ts';

type Row = {
  newest: number;
  id: string;
  organizationId: string;
  sensitive: 0 | 1;
  isOpen: 0 | 1;
  createdAt: Instant;
  endedAt: Instant | null;
};

export type Period = { fromAt: Instant | null; untilAt: Instant };

export type TicketsLookedAt = {
  /** Those to replay. */
  ids: string[];
  /** Sensitive ones of the period, in organizations that the viewer is cleared for. */
  sensitive: number;
  looked: number;
  /** Null: there are no more. */
  next: WhatIfPlace | null;
};

const sql = `SELECT newest, id, organization_id AS organizationId, sensitive, is_open AS isOpen, created_at AS createdAt,
    coalesce(resolved_at, closed_at) AS endedAt
  FROM ticket WHERE newest < ? ORDER BY newest DESC LIMIT ?`;

/** Created in the period, or open at some time in it. One that ended nobody knows when was there when it was created. */
function isIn({ fromAt }: Period, { createdAt, isOpen, endedAt }: Row): boolean {
  return fromAt === null || isOpen === 1 || (endedAt ?? createdAt) >= fromAt;
}

/** Before the first ticket that a period can have. */
export function startOf({ untilAt }: Period): WhatIfPlace {
  return { newest: (untilAt + 1) * 1024, inPeriod: 0 };
}

/**
 * Looks through tickets from the newest on.
 * @param most  how many rows; a bounded number, however few of them are wanted, so that a slice ends in time
 * @param oneIn  1: every ticket of the period; n: every nth
 */
export function lookThrough(
  { statements, viewer }: ReadContext,
  wanted: { organizationIds: ReadonlySet<string>; period: Period; oneIn: number },
  place: WhatIfPlace,
  most: number,
): TicketsLookedAt {
  const { organizationIds, period, oneIn } = wanted;
  const cleared = viewer?.clearedFor ?? [];
  const rows = statements.of<[number, number], Row>(sql).all(place.newest, most);
  const ids: string[] = [];
  let { inPeriod } = place;
  let sensitive = 0;
  for (const row of rows) {
    if (!organizationIds.has(row.organizationId) || !isIn(period, row)) continue;
    if (row.sensitive === 1) {
      if (cleared.includes(row.organizationId)) sensitive += 1;
      continue;
    }
    if (inPeriod % oneIn === 0) ids.push(row.id);
    inPeriod += 1;
  }
  const last = rows.at(-1);
  const next = last === undefined || rows.length < most ? null : { newest: last.newest, inPeriod };
  return { ids, sensitive, looked: rows.length, next };
}
