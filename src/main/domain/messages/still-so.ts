import type { Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { EventKind, TicketEvent } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Withdrawal } from './happening.ts';
import type { Message, MessageKind } from './message.ts';
import { remindedOf, warnedOf } from './recipients.ts';

/** What is to be told, and the event that it tells of. */
type News = Pick<Message, 'kind' | 'facts' | 'recipient' | 'causeId'>;

/** @returns why it is news no more; null while it is */
type Check = (news: News, state: TicketState, events: readonly TicketEvent[], config: Config) => Withdrawal | null;

function readerOf({ recipient }: News): string | null {
  return recipient.kind === 'user' ? recipient.userId : null;
}

function isOver(state: TicketState, target: Target): boolean {
  const clock = state.clocks[target];
  if (clock.kind === 'breached') return clock.endedAt !== null;
  return clock.kind === 'met' || clock.kind === 'ended' || clock.kind === 'none';
}

function causeOf<K extends EventKind>({ causeId }: News, kind: K, events: readonly TicketEvent[]) {
  return events.find(
    (event): event is Extract<TicketEvent, { kind: K }> => event.id === causeId && event.kind === kind,
  );
}

/** What presses is over with the ticket, and with the clock that it was about; and it is for whoever holds the ticket now. */
function presses(kind: 'warned' | 'reminded', told: (state: TicketState, config: Config) => readonly string[]): Check {
  return (news, state, events, config) => {
    const target = causeOf(news, kind, events)?.body.target ?? 'resolution';
    if (state.status === 'resolved' || state.status === 'closed' || isOver(state, target)) return 'settled';
    return told(state, config).includes(readerOf(news) ?? '') ? null : 'not_holder';
  };
}

/** An explanation that was given presses nobody. */
const isOwed: Check = ({ causeId }, { explanations }, events) => {
  const cause = events.find(({ id }) => id === causeId);
  const requestId = cause !== undefined && 'requestId' in cause.body ? cause.body.requestId : causeId;
  const asked = explanations.find(({ id }) => id === requestId);
  return asked !== undefined && asked.status !== 'owed' ? 'settled' : null;
};

/** Kinds whose news grow stale while they wait; what is not in the table is told whatever came after it. */
const checks: Readonly<Partial<Record<MessageKind, Check>>> = {
  // A pause is told of to nobody: it takes back no receipt.
  status_update: ({ facts }, { status, mergedInto }) => {
    const isReceived = facts['status'] === 'open' && status === 'pending';
    return mergedInto === null && (facts['status'] === status || isReceived) ? null : 'replaced';
  },
  escalation_notice: (_news, { escalation }) => (escalation.level > 0 ? null : 'replaced'),
  thank_you: (_news, { status }) => (status === 'closed' ? null : 'replaced'),
  assignment: (news, { assigneeId }) => (assigneeId === readerOf(news) ? null : 'not_holder'),
  warning: presses('warned', warnedOf),
  reminder: presses('reminded', remindedOf),
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
 * @param state  the ticket as it stands now
 * @param events  all of it, in any order
 * @returns why it is not; null where it is
 * Rule: product.md, SLA 5 and 11: old news is not sent; notifications.md, Outbox: the ticket is checked again.
 */
export function whyNotSo(
  news: News,
  state: TicketState,
  events: readonly TicketEvent[],
  config: Config,
): Withdrawal | null {
  return checks[news.kind]?.(news, state, events, config) ?? null;
}
