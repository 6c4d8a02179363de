import type { MessageState, OutboxPage, outboxViews } from '../../../../preload/contract/messages.ts';
import { failure, success } from '../../../../preload/contract/result.ts';
import { mayIn } from '../../../domain/access/access.ts';
import type { User } from '../../../domain/config/config.ts';
import { messageColumns, type MessageRow } from '../../messages/message-row.ts';
import type { Query, ReadContext } from '../read-context.ts';
import { messageView } from './message-view.ts';
import { seenIn } from './seen-in.ts';

type View = (typeof outboxViews)[number];

const states: Readonly<Record<Exclude<View, 'all'>, readonly MessageState[]>> = {
  waiting: ['queued', 'claimed', 'sending', 'retry'],
  trouble: ['failed', 'unknown', 'held', 'expired', 'suppressed'],
  sent: ['sent', 'delivered', 'read'],
};

/** Counts are exact up to here. */
const MOST_COUNTED = 9_999;

/** Written out: a list of words that no viewer gives. */
function inView(view: View): string {
  return view === 'all' ? '1' : `state IN (${states[view].map((state) => `'${state}'`).join(', ')})`;
}

type Asked = { organizationIds: readonly string[]; channel: string | null; beforeSeq: number; limit: number };

function rowsOf({ statements }: ReadContext, viewer: User, view: View, asked: Asked): MessageRow[] {
  const { organizationIds, channel, beforeSeq, limit } = asked;
  const pages = organizationIds.map((organizationId) =>
    statements
      .of<(string | number | null)[], MessageRow>(
        `SELECT ${messageColumns} FROM message WHERE organization_id = ? AND seq < ? AND (? IS NULL OR channel = ?)
           AND ${inView(view)} AND ${seenIn(viewer, organizationId)} ORDER BY seq DESC LIMIT ?`,
      )
      .all(organizationId, beforeSeq, channel, channel, limit),
  );
  return pages
    .flat()
    .sort((a, b) => b.seq - a.seq)
    .slice(0, limit);
}

function countOf({ statements }: ReadContext, viewer: User, view: View, { organizationIds, channel }: Asked): number {
  const counts = organizationIds.map(
    (organizationId) =>
      statements
        .of<(string | number | null)[], { n: number }>(
          `SELECT count(*) AS n FROM (SELECT 1 FROM message WHERE organization_id = ? AND (? IS NULL OR channel = ?)
             AND ${inView(view)} AND ${seenIn(viewer, organizationId)} LIMIT ?)`,
        )
        .get(organizationId, channel, channel, MOST_COUNTED)?.n ?? 0,
  );
  return Math.min(
    MOST_COUNTED,
    counts.reduce((sum, n) => sum + n, 0),
  );
}

function seqOf({ statements }: ReadContext, id: string | undefined): number {
  const row =
    id === undefined
      ? undefined
      : statements.of<[string], { seq: number }>('SELECT seq FROM message WHERE id = ?').get(id);
  return row?.seq ?? Number.MAX_SAFE_INTEGER;
}

/** Rule: product.md, Who may do what; docs/decisions/0011: supervisors and up, administrators without a ticket's words. */
export const outboxPage: Query<'outbox-page'> = ({ view, organizationId, channel, after, limit }, context) => {
  const { viewer, config } = context;
  const organizationIds = [...config.organizations()]
    .map(({ id }) => id)
    .filter((id) => viewer !== null && mayIn(viewer, 'view_outbox', id))
    .filter((id) => organizationId === undefined || id === organizationId);
  if (viewer === null || organizationIds.length === 0) return failure('ACCESS_DENIED');
  const asked = { organizationIds, channel: channel ?? null, beforeSeq: seqOf(context, after?.id), limit };
  const rows = rowsOf(context, viewer, view, asked);
  const last = rows.length < limit ? undefined : rows.at(-1);
  const count = (each: View): number => countOf(context, viewer, each, asked);
  const page: OutboxPage = {
    items: rows.flatMap((row) => messageView(context, row, viewer, null) ?? []),
    next: last === undefined ? null : { createdAt: last.createdAt, id: last.id },
    counts: { all: count('all'), waiting: count('waiting'), trouble: count('trouble'), sent: count('sent') },
  };
  return success(page);
};
