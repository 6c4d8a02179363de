import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { may } from '../access/access.ts';
import type { Config, User } from '../config/config.ts';
import { noticeId } from '../ticket/engine-ids.ts';
import type { EventKind, EventOf, Told, TicketEvent } from '../ticket/events.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';
import { managerOf } from './recipients.ts';

/** A line in somebody's inbox; names the ticket by its tracking number alone. */
export type Notice = {
  id: string;
  userId: string;
  kind: NotificationItem['kind'];
  ticketId: string;
  number: string;
  level: number | null;
  organizationId: string;
};

type Hearer = { userId: string | null; kind: Notice['kind']; level?: number };
type Tell<K extends EventKind> = (event: EventOf<K>, state: TicketState, config: Config) => readonly Hearer[];

/** News older than this is history by the time somebody reads it. Rule: product.md, SLA 11: old news is not sent. */
const OLD_NEWS_MS = 24 * 3_600_000;

export function isOldNews(occurredAt: Instant, noticedAt: Instant): boolean {
  return noticedAt - occurredAt > OLD_NEWS_MS;
}

/** Who has to find a holder for a sensitive ticket; those without clearance are left out where notices are made. */
function supervisorsOf(state: TicketState, config: Config): Hearer[] {
  return config
    .holders(state.organizationId, 'supervisor')
    .map((user) => ({ userId: user.id, kind: 'sensitive_marked' }));
}

/** Whom the engine's telling went to; one that something later overtook is not sent. */
function toldBy(body: Told, kind: Notice['kind'], level?: number): Hearer[] {
  if (body.outcome !== 'sent') return [];
  return body.to.map((userId) => (level === undefined ? { userId, kind } : { userId, kind, level }));
}

function explanationOf(state: TicketState, requestId: string): Explanation | undefined {
  return state.explanations.find(({ id }) => id === requestId);
}

/** Who hears of which event; a kind that is not in the table tells nobody. */
const tells: { readonly [K in EventKind]?: Tell<K> } = {
  ticket_created: ({ body }, state, config) => {
    if (body.batchId !== null) return [];
    const cleared = body.sensitive ? supervisorsOf(state, config) : [];
    return [{ userId: body.assigneeId, kind: 'assignment' }, ...cleared];
  },
  assigned: ({ body }) => [{ userId: body.assigneeId, kind: 'assignment' }],
  breached: ({ body, occurredAt }, state, config) =>
    body.history || isOldNews(occurredAt, body.noticedAt)
      ? []
      : [{ userId: state.assigneeId ?? managerOf(state, config), kind: 'breach' }],
  // An escalation stands until somebody acts on it, however long ago it fell due: it is never old news.
  escalated: ({ body }) => [
    { userId: body.targetUserId, kind: 'escalation', level: body.level },
    { userId: body.formerAssigneeId, kind: 'escalation_former', level: body.level },
  ],
  warned: ({ body }) => toldBy(body, 'warning'),
  reminded: ({ body }) => toldBy(body, 'reminder'),
  marked_sensitive: (_event, state, config) => supervisorsOf(state, config),
  moved: ({ body }) => [{ userId: body.assigneeId, kind: 'assignment' }],
  explanation_requested: ({ body }) => [{ userId: body.ofUserId, kind: 'explanation_asked' }],
  explanation_answered: ({ body }, state) => [
    { userId: explanationOf(state, body.requestId)?.askedById ?? null, kind: 'explanation_answered' },
  ],
  explanation_sent_back: ({ body }, state) => [
    { userId: explanationOf(state, body.requestId)?.owedById ?? null, kind: 'explanation_sent_back' },
  ],
  explanation_reminded: ({ body }) => toldBy(body, 'explanation_reminder'),
  // At the end of the line nobody else will act: whoever asked is told, however long ago it fell due.
  explanation_escalated: ({ body }, state) =>
    body.toUserId === null
      ? [{ userId: explanationOf(state, body.requestId)?.askedById ?? null, kind: 'explanation_at_end' }]
      : toldBy(body, 'explanation_escalated', body.level),
};

/** Somebody who is to be told of one event. */
export type Hearing = {
  user: User;
  kind: Notice['kind'];
  level: number | null;
  event: TicketEvent;
  state: TicketState;
};

/**
 * Who is to be told of what just happened to a ticket. Nobody is told of their own doing, of one event twice, or of a
 * ticket that they may not see.
 * @param happened  each new event with the ticket as it stood after it; their clocks are not read
 */
export function hearingsOf(
  happened: readonly { event: TicketEvent; state: TicketState }[],
  config: Config,
): readonly Hearing[] {
  const hearings: Hearing[] = [];
  for (const { event, state } of happened) {
    const tell = tells[event.kind] as Tell<EventKind> | undefined;
    if (tell === undefined || state.overtaken.includes(event.id)) continue;
    for (const { userId, kind, level } of tell(event, state, config)) {
      const user = userId === null ? undefined : config.user(userId);
      if (user === undefined || user.id === event.actorId || !may(user, 'view_ticket', state, config)) continue;
      if (hearings.some((known) => known.event === event && known.user === user && known.kind === kind)) continue;
      hearings.push({ user, kind, level: level ?? null, event, state });
    }
  }
  return newestPerReader(hearings);
}

/** The same as lines of inboxes. */
export function noticesOf(
  happened: readonly { event: TicketEvent; state: TicketState }[],
  config: Config,
): readonly Notice[] {
  return hearingsOf(happened, config).map(({ user, kind, level, event, state }) => {
    const { id: ticketId, number, organizationId } = state;
    return { id: noticeId(event.id, user.id, kind), userId: user.id, kind, ticketId, number, level, organizationId };
  });
}

/** What an escalation that comes together with it already says. */
const saidByEscalation: ReadonlySet<Notice['kind']> = new Set(['breach', 'reminder', 'warning']);

/** Of a breach and an escalation that come together, a reader hears the escalation alone. */
function newestPerReader(hearings: readonly Hearing[]): readonly Hearing[] {
  const escalated = hearings.filter(({ kind }) => kind.startsWith('escalation'));
  if (escalated.length === 0) return hearings;
  const readers = new Set(escalated.map(({ user }) => user));
  return hearings.filter(({ kind, user }) => !saidByEscalation.has(kind) || !readers.has(user));
}
