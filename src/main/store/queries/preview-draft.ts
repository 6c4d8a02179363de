import type { ConfigPreview } from '../../../preload/contract/configuration.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { mayIn } from '../../domain/access/access.ts';
import type { User } from '../../domain/config/config.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { withDraft } from '../../domain/publishing/check/check-draft.ts';
import { onlyChanged } from '../../domain/publishing/draft.ts';
import { publishingOf } from '../../domain/publishing/publishing-for.ts';
import { isTouched, organizationsOfDeadlines } from '../../domain/publishing/touched-sorts.ts';
import { previewReapply } from '../../domain/sla/preview-reapply.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { readConfigEntities } from '../config/config-table.ts';
import { sortKey, sortsOfOpen, type TicketSort } from '../projection/ticket-sorts.ts';
import type { Query, ReadContext } from './read-context.ts';

const MOST_ROWS = 50;
/** Tickets that were given what is there already are passed over; so many are looked through for the rows to show. */
const MOST_LOOKED_AT = 2000;

type Row = TicketSort & { id: string };

/** Open tickets of an organization by their deadline, those of the given sorts. */
function* candidates(
  { statements }: ReadContext,
  organizationId: string,
  sorts: ReadonlySet<string>,
): Generator<string> {
  const rows = statements
    .of<[string], Row>(
      `SELECT id, kind, category, severity, priority FROM ticket
       WHERE is_open = 1 AND organization_id = ? AND sensitive = 0 ORDER BY due_sort`,
    )
    .iterate(organizationId);
  for (const row of rows) if (sorts.has(sortKey(row))) yield row.id;
}

function rowsOf(
  context: ReadContext,
  viewer: User,
  organizationId: string,
  sorts: ReadonlySet<string>,
  after: ConfigSnapshot,
): ConfigPreview['rows'] {
  const isSeen = mayIn(viewer, 'view_ticket', organizationId);
  const rows: ConfigPreview['rows'] = [];
  let looked = 0;
  // Read first: a statement that is stepped through must not be in the way of those that the fold asks.
  const ids = [...take(candidates(context, organizationId, sorts), MOST_LOOKED_AT)];
  for (const ticketId of ids) {
    looked += 1;
    const state = foldTicket(context.log.ofTicket(ticketId), context.config);
    const preview = state === null ? null : previewReapply(state, after, context.nowAt);
    if (preview === null) continue;
    rows.push({
      ticketId: isSeen ? ticketId : null,
      number: isSeen ? preview.number : null,
      organizationId,
      fromPolicy: preview.from.policyName,
      toPolicy: preview.to.policyName,
      deadlines: preview.deadlines,
      breachesNow: [...preview.breachesNow],
    });
    if (rows.length === MOST_ROWS || looked === MOST_LOOKED_AT) break;
  }
  return rows;
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken === most) return;
    taken += 1;
    yield item;
  }
}

/** What re-applying a draft would do to open tickets. Nothing is written. */
export const previewDraft: Query<'preview-draft'> = ({ changes }, context) => {
  const { db, statements, viewer, config: before, nowAt } = context;
  if (viewer === null || publishingOf(viewer, changes, before) === 'none') return failure('ACCESS_DENIED');
  const after = withDraft(readConfigEntities(db), onlyChanged(changes, before), nowAt);
  let touched = 0;
  const rows: ConfigPreview['rows'] = [];
  for (const organizationId of organizationsOfDeadlines(changes)) {
    const sorts = sortsOfOpen(statements, organizationId).filter((sort) =>
      isTouched(sort, organizationId, { changes, before, after }),
    );
    touched += sorts.reduce((sum, { n }) => sum + n, 0);
    rows.push(...rowsOf(context, viewer, organizationId, new Set(sorts.map(sortKey)), after));
  }
  return success({ touched, rows: rows.sort((a, b) => dueOf(a) - dueOf(b)).slice(0, MOST_ROWS) });
};

function dueOf({ deadlines }: ConfigPreview['rows'][number]): number {
  const all = Object.values(deadlines).map(({ before, after }) => before ?? after ?? Infinity);
  return Math.min(...all);
}
