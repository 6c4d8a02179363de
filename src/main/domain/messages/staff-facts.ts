import type { EventKind, EventOf } from '../ticket/events.ts';
import type { Facts } from './message.ts';
import type { Hearing } from './notices.ts';

type FactsOf<K extends EventKind> = (event: EventOf<K>) => Facts;

/** What the text of each event's news names beside the tracking number; instants as epoch ms. */
const named: { readonly [K in EventKind]?: FactsOf<K> } = {
  warned: ({ body }) => ({ dueAt: `${body.dueAt}` }),
  reminded: ({ body }) => ({ dueAt: `${body.dueAt}`, nth: `${body.nth}` }),
  breached: ({ body }) => ({ dueAt: `${body.dueAt}` }),
  escalated: ({ body }) => ({ level: `${body.level}` }),
  explanation_reminded: ({ body }) => ({ dueAt: `${body.dueAt}` }),
  explanation_escalated: ({ body }) => ({ level: `${body.level}` }),
};

/** Of a sensitive ticket nothing leaves the desk but its number. Rule: product.md, SLA 10. */
const restricted: Facts = { restricted: 'yes' };

/** @param isSensitive  as the ticket stands now, whatever it was when that happened */
export function staffFacts({ event, kind }: Hearing, isSensitive: boolean): Facts {
  if (isSensitive || kind === 'sensitive_marked') return restricted;
  const factsOf = named[event.kind] as FactsOf<EventKind> | undefined;
  return factsOf?.(event) ?? {};
}
