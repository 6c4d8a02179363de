import type { OutboxPage } from '../../preload/contract/messages.ts';
import type { QueueView } from '../../preload/contract/tickets.ts';
import type { Channel, Language, SampleSize, Severity, Theme, TicketKind } from '../../preload/contract/values.ts';

/**
 * The lists of the contract as the window offers them. Written again as tables keyed by the contract's types, because the
 * contract's own values would bring its schema library into the start-up chunk: a value too many or missing does not compile.
 */
const kinds: Record<TicketKind, 0> = { complaint: 0, inquiry: 0, observation: 0, action_plan: 0, service_request: 0 };
const grades: Record<Severity, 0> = { low: 0, medium: 0, high: 0, critical: 0 };
const languages: Record<Language, 0> = { en: 0, zu: 0, af: 0, ar: 0 };
const views: Record<QueueView, 0> = { all: 0, mine: 0, unassigned: 0, due_soon: 0, breached: 0, escalated: 0, done: 0 };
const samples: Record<SampleSize, 0> = { none: 0, small: 0, medium: 0, large: 0 };
const channels: Record<Channel, 0> = { whatsapp: 0, sms: 0, email: 0 };
const outboxViews: Record<keyof OutboxPage['counts'], 0> = { all: 0, waiting: 0, trouble: 0, sent: 0 };
const themes: Record<Theme, 0> = { system: 0, light: 0, dark: 0 };

function keysOf<K extends string>(table: Record<K, 0>): readonly K[] {
  // The table's type allows no other keys.
  return Object.keys(table) as K[];
}

export const kindList = keysOf(kinds);
export const gradeList = keysOf(grades);
export const languageList = keysOf(languages);
export const viewList = keysOf(views);
export const sampleList = keysOf(samples);
export const channelList = keysOf(channels);
export const outboxViewList = keysOf(outboxViews);
export const themeList = keysOf(themes);

/** The value of the list that a native field names; `otherwise` for none of them. */
export function oneOf<K extends string>(list: readonly K[], value: string, otherwise: K): K {
  return list.find((one) => one === value) ?? otherwise;
}
