import type { Instant } from '../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { digestDueAt, digestsOf, nextDigestAt, type Standing } from '../../domain/messages/digest.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { Statements } from '../statements.ts';
import { enqueue } from './enqueue.ts';
import { marksOf } from './marks.ts';
import { messageIdOf } from './new-message.ts';

const DAY_MS = 24 * 3_600_000;

/** How an organization's tickets stand: kept counts, and ranges of the indexes of those that are open. */
function standingOf(statements: Statements, organizationId: string, nowAt: Instant): Standing {
  const kept = statements.of<[string, string], { n: number }>(
    `SELECT n FROM queue_counter WHERE organization_id = ? AND sensitive = 0 AND view = ? AND assignee_id = ''`,
  );
  const dueBetween = statements.of<[string, number, number], { n: number }>(
    `SELECT count(*) AS n FROM ticket WHERE is_open = 1 AND organization_id = ? AND sensitive = 0
       AND due_sort > ? AND due_sort <= ?`,
  );
  const levels = statements
    .of<[string], { level: number; n: number }>(
      `SELECT level, count(*) AS n FROM ticket WHERE is_escalated = 1 AND organization_id = ? AND sensitive = 0 GROUP BY level`,
    )
    .all(organizationId);
  return {
    open: kept.get(organizationId, 'all')?.n ?? 0,
    breached: dueBetween.get(organizationId, 0, nowAt)?.n ?? 0,
    dueSoon: dueBetween.get(organizationId, nowAt, nowAt + DAY_MS)?.n ?? 0,
    unassigned: kept.get(organizationId, 'unassigned')?.n ?? 0,
    byLevel: new Map(levels.map(({ level, n }) => [level, n])),
  };
}

const nothing: Standing = { open: 0, breached: 0, dueSoon: 0, unassigned: 0, byLevel: new Map() };

/** Digests that are due, each once: who has theirs is known by its cause. */
export function enqueueDigests(context: WriteContext): void {
  const { config, nowAt, statements } = context;
  for (const organization of config.organizations()) {
    const dueAt = digestDueAt(messageTermsOf(organization).digestAt, organization.timezone, nowAt);
    if (dueAt === null) continue;
    const given = { config, marks: marksOf(statements), dueAt, nowAt };
    const isKnown = statements.of<[string], unknown>('SELECT 1 FROM message_cause WHERE id = ?');
    // Counting costs, and is asked for at each look of the two hours in which a digest is due.
    const readers = digestsOf(organization.id, nothing, given);
    if (readers.every((wanted) => isKnown.get(messageIdOf(wanted, 0)) !== undefined)) continue;
    const standing = standingOf(statements, organization.id, nowAt);
    for (const wanted of digestsOf(organization.id, standing, given)) enqueue(context, wanted);
  }
}

/** @returns when the next one falls due; null where nobody wants any */
export function nextDigest({ config, nowAt }: { config: ConfigSnapshot; nowAt: Instant }): Instant | null {
  const instants = [...config.organizations()].flatMap(
    (organization) => nextDigestAt(messageTermsOf(organization).digestAt, organization.timezone, nowAt) ?? [],
  );
  return instants.length === 0 ? null : Math.min(...instants);
}
