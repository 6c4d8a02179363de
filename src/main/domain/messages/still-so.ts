import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { dueAgainAt } from '../sla/told-before.ts';
import type { EventKind, EventOf, TicketEvent } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Withdrawal } from './happening.ts';
import type { Facts, Message, MessageKind } from './message.ts';
import { remindedOf, warnedOf } from './recipients.ts';

/** What is to be told, and the event that it tells of. */
type News = Pick<Message, 'kind' | 'facts' | 'recipient' | 'causeId'>;

/** A ticket as it stands when its news are to leave. `events`: all of it, in any order. */
export type Seen = { state: TicketState; events: readonly TicketEvent[]; config: Config; nowAt: Instant };

/** @returns why it is news no more; null while it is */
type Check = (news: News, seen: Seen) => Withdrawal | null;

function readerOf({ recipient }: News): string | null {
  return recipient.kind === 'user' ? recipient.userId : null;
}

function isOver(state: TicketState, target: Target): boolean {
  const clock = state.clocks[target];
  if (clock.kind === 'breached') return clock.endedAt !== null;
  return clock.kind === 'met' || clock.kind === 'ended' || clock.kind === 'none';
}

function causeOf<K extends EventKind>({ causeId }: News, kind: K, events: readonly TicketEvent[]) {
  return events.find((event): event is EventOf<K> => event.id === causeId && event.kind === kind);
}

type Pressing = EventOf<'warned'> | EventOf<'reminded'>;

function pressingOf(news: News, events: readonly TicketEvent[]): Pressing | undefined {
  return causeOf(news, 'warned', events) ?? causeOf(news, 'reminded', events);
}

/** Its clock stands still, or comes to another deadline by which it is not time yet. */
function isAhead({ kind, body }: Pressing, { state, config, nowAt }: Seen): boolean {
  const clock = state.clocks[body.target];
  if (clock.kind === 'paused') return true;
  if (clock.kind !== 'running' || clock.dueAt === body.dueAt) return false;
  const told = kind === 'warned' ? { kind, target: body.target } : { kind, nth: body.nth };
  return (dueAgainAt(told, state, config) ?? Infinity) > nowAt;
}

/** What presses is over with the ticket, and with the clock that it was about; and it is for whoever holds the ticket now. */
function presses(told: (state: TicketState, config: Config) => readonly string[]): Check {
  return (news, seen) => {
    const { state, events, config } = seen;
    const cause = pressingOf(news, events);
    if (state.status === 'resolved' || state.status === 'closed') return 'settled';
    if (isOver(state, cause?.body.target ?? 'resolution')) return 'settled';
    if (cause !== undefined && isAhead(cause, seen)) return 'not_due';
    return told(state, config).includes(readerOf(news) ?? '') ? null : 'not_holder';
  };
}

/** An explanation that was given presses nobody. */
const isOwed: Check = ({ causeId }, { state: { explanations }, events }) => {
  const cause = events.find(({ id }) => id === causeId);
  const requestId = cause !== undefined && 'requestId' in cause.body ? cause.body.requestId : causeId;
  const asked = explanations.find(({ id }) => id === requestId);
  return asked !== undefined && asked.status !== 'owed' ? 'settled' : null;
};

/** Kinds whose news grow stale while they wait; what is not in the table is told whatever came after it. */
const checks: Readonly<Partial<Record<MessageKind, Check>>> = {
  // A pause is told of to nobody: it takes back no receipt.
  status_update: ({ facts }, { state: { status, mergedInto } }) => {
    const isReceived = facts['status'] === 'open' && status === 'pending';
    return mergedInto === null && (facts['status'] === status || isReceived) ? null : 'replaced';
  },
  escalation_notice: (_news, { state: { escalation } }) => (escalation.level > 0 ? null : 'replaced'),
  thank_you: (_news, { state: { status } }) => (status === 'closed' ? null : 'replaced'),
  assignment: (news, { state: { assigneeId } }) => (assigneeId === readerOf(news) ? null : 'not_holder'),
  warning: presses(warnedOf),
  reminder: presses(remindedOf),
  explanation_asked: isOwed,
  explanation_reminder: isOwed,
  explanation_escalated: isOwed,
  explanation_sent_back: isOwed,
};

/** Whether anything that could have happened to its ticket makes a message of this kind stale. */
export function growsStale(kind: MessageKind): boolean {
  return checks[kind] !== undefined;
}

/**
 * Whether what was decided to be told is still so when it is to leave.
 * @returns why it is not; null where it is
 * Rule: product.md, SLA 5 and 11: old news is not sent; notifications.md, Outbox: the ticket is checked again.
 */
export function whyNotSo(news: News, seen: Seen): Withdrawal | null {
  return checks[news.kind]?.(news, seen) ?? null;
}

/** What is told, with the deadline that its clock comes to now. */
export function factsNow(news: News, { state, events }: Pick<Seen, 'state' | 'events'>): Facts {
  const target = pressingOf(news, events)?.body.target;
  const clock = target === undefined ? undefined : state.clocks[target];
  return clock?.kind === 'running' && news.facts['dueAt'] !== undefined
    ? { ...news.facts, dueAt: `${clock.dueAt}` }
    : news.facts;
}
