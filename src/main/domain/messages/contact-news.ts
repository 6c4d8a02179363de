import type { Instant } from '../../../preload/contract/values.ts';
import type { EventKind, EventOf, TicketEvent } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import type { ContactKind, Facts } from './message.ts';

/** A new event with the ticket as it stood before it (null: it was not there yet) and after it. */
export type Happened = { event: TicketEvent; before: TicketState | null; state: TicketState };

/** What one event tells the contact. */
export type ContactNews = { kind: ContactKind; facts: Facts; event: TicketEvent; state: TicketState };

type Said = { kind: ContactKind; facts: Facts };
type Tell<K extends EventKind> = (event: EventOf<K>, before: TicketState | null) => Said | null;

const OLD_NEWS_MS = 24 * 3_600_000;

/** News of how the ticket stands: only the newest of these is worth sending. */
export const statusNews: ReadonlySet<ContactKind> = new Set(['status_update', 'escalation_notice', 'thank_you']);

function statusUpdate(status: string): Said {
  return { kind: 'status_update', facts: { status } };
}

/** What the contact hears of; a kind that is not in the table is the desk's own business. One message per change. */
const tells: { readonly [K in EventKind]?: Tell<K> } = {
  ticket_created: () => statusUpdate('open'),
  status_changed: ({ body }, before) => {
    // The report lives on under another number, by which its other reporter hears of it.
    if (body.disposition === 'duplicate' || body.status === before?.status) return null;
    return body.thank === true ? { kind: 'thank_you', facts: {} } : statusUpdate(body.status);
  },
  // Rule: product.md, Escalation 4: at the first level alone. It also says that the status is `escalated` now.
  escalated: (_event, before) =>
    before === null || before.escalation.level === 0 ? { kind: 'escalation_notice', facts: {} } : null,
  replied: ({ body }) => ({ kind: 'reply', facts: { text: body.text } }),
};

/** An escalation stands until somebody acts on it, however long ago it fell due: it is never old news. */
function isOld(event: TicketEvent, nowAt: Instant): boolean {
  return event.kind !== 'escalated' && nowAt - event.occurredAt > OLD_NEWS_MS;
}

/**
 * What the contact of a ticket is to be told of what just happened to it; of news of its status the newest alone.
 * @param happened  of one ticket, in the order in which it happened
 * Rule: product.md, Notifications; SLA 10: nothing of a sensitive ticket, SLA 11: old news is not sent.
 */
export function contactNewsOf(happened: readonly Happened[], nowAt: Instant): readonly ContactNews[] {
  const last = happened.at(-1)?.state;
  // What is brought in from elsewhere was told there.
  const isImport = happened.some(({ event }) => event.kind === 'ticket_created' && event.body.batchId !== null);
  if (last === undefined || last.sensitive || last.mergedInto !== null || isImport) return [];
  const news: ContactNews[] = [];
  for (const { event, before, state } of happened) {
    const tell = tells[event.kind] as Tell<EventKind> | undefined;
    if (tell === undefined || state.sensitive || last.overtaken.includes(event.id) || isOld(event, nowAt)) continue;
    const said = tell(event, before);
    if (said !== null) news.push({ ...said, event, state });
  }
  return news.filter(
    ({ kind }, n) => !statusNews.has(kind) || !news.slice(n + 1).some((it) => statusNews.has(it.kind)),
  );
}
