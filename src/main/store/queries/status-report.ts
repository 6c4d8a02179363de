import { success } from '../../../preload/contract/result.ts';
import { statuses, type Instant, type Status, type Target } from '../../../preload/contract/values.ts';
import { scopeOf } from '../../domain/access/access.ts';
import { outcome } from '../projection/outcomes.ts';
import { organizationsSeenBy } from './directory.ts';
import type { Compliance, StatusReport } from './query-map.ts';
import type { Query, ReadContext } from './read-context.ts';

type Group = { status: Status; isOpen: number; level: number; awaiting: number; n: number } & Record<Target, number>;

const EARLIEST = 5;

/** Organizations that the figures are of; the machine's operator, who sees no ticket, sees the figures of all. */
function organizationsOf(context: ReadContext, organizationId: string | undefined): string[] {
  const { viewerId, viewer, config } = context;
  const all = [...config.organizations()].map(({ id }) => id);
  const seen =
    viewerId === null ? new Set(all) : viewer === null ? new Set<string>() : organizationsSeenBy(viewer, context);
  return all.filter((id) => seen.has(id) && (organizationId === undefined || id === organizationId));
}

function groupsOf({ statements }: ReadContext, organizationId: string): Group[] {
  return statements
    .of<[string], Group>(
      `SELECT status, is_open AS isOpen, level, awaiting_target AS awaiting, response_outcome AS response,
         next_response_outcome AS next_response, resolution_outcome AS resolution, count(*) AS n
       FROM ticket WHERE organization_id = ? AND sensitive = 0 GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    )
    .all(organizationId);
}

function sum(groups: readonly Group[], of: (group: Group) => boolean): number {
  return groups.reduce((total, group) => (of(group) ? total + group.n : total), 0);
}

function complianceOf(groups: readonly Group[], target: Target): Compliance {
  const tickets = sum(groups, () => true);
  const met = sum(groups, (group) => group[target] === outcome.met);
  const missed = sum(groups, (group) => group[target] === outcome.missed);
  return {
    with_target: sum(groups, (group) => group[target] !== outcome.noTarget),
    met,
    missed,
    rate: met + missed === 0 ? null : met / (met + missed),
    of_all: tickets === 0 ? null : met / tickets,
  };
}

function levelsOf(groups: readonly Group[]): Record<string, number> {
  const open = groups.filter(({ isOpen, level }) => isOpen === 1 && level > 0);
  const levels = [...new Set(open.map(({ level }) => level))].sort((a, b) => a - b);
  return Object.fromEntries(levels.map((level) => [String(level), sum(open, (group) => group.level === level)]));
}

function sensitiveOf({ statements, viewer }: ReadContext, organizationIds: readonly string[]): number {
  const cleared = viewer === null ? [] : scopeOf(viewer).clearedFor;
  const count = statements.of<[string], { n: number }>(
    "SELECT coalesce(sum(n), 0) AS n FROM queue_counter WHERE organization_id = ? AND sensitive = 1 AND view IN ('all', 'done')",
  );
  return organizationIds.filter((id) => cleared.includes(id)).reduce((total, id) => total + (count.get(id)?.n ?? 0), 0);
}

function nextInstants(
  { statements }: ReadContext,
  organizationIds: readonly string[],
): { at: Instant; number: string }[] {
  const first = statements.of<[string, number], { at: Instant; number: string }>(
    `SELECT next_at AS at, number FROM ticket WHERE next_at IS NOT NULL AND organization_id = ? AND sensitive = 0
     ORDER BY next_at LIMIT ?`,
  );
  return organizationIds
    .flatMap((id) => first.all(id, EARLIEST))
    .sort((a, b) => a.at - b.at)
    .slice(0, EARLIEST);
}

/**
 * How a centre stands. Measures: product.md, Measures; a clock counts as met or missed once it has ended.
 * Sensitive tickets are in none of the figures.
 */
export const statusReport: Query<'status-report'> = ({ organizationId }, context) => {
  const organizationIds = organizationsOf(context, organizationId);
  const groups = organizationIds.flatMap((id) => groupsOf(context, id));
  const overdue = (target: Target): number => sum(groups, (g) => g.isOpen === 1 && g[target] === outcome.overdue);
  const byStatus = (status: Status): number => sum(groups, (group) => group.status === status);
  const report: StatusReport = {
    tickets: sum(groups, () => true),
    open: sum(groups, ({ isOpen }) => isOpen === 1),
    by_status: Object.fromEntries(statuses.map((status) => [status, byStatus(status)])) as Record<Status, number>,
    compliance: {
      response: complianceOf(groups, 'response'),
      next_response: complianceOf(groups, 'next_response'),
      resolution: complianceOf(groups, 'resolution'),
    },
    open_breaches: {
      response: overdue('response'),
      next_response: overdue('next_response'),
      resolution: overdue('resolution'),
    },
    escalated_by_level: levelsOf(groups),
    awaiting_target: sum(groups, ({ awaiting }) => awaiting === 1),
    sensitive: sensitiveOf(context, organizationIds),
    next_instants: nextInstants(context, organizationIds),
  };
  return success(report);
};
