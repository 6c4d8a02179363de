import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { ReaderSettingsValue } from '../../../preload/contract/messages.ts';
import { clockText } from '../../ui/clock-text.ts';

export type Way = ReaderSettingsValue['ways'][string][number];
export type News = NotificationItem['kind'] | 'digest';

/** Every kind of news and every way, in the order in which they are shown; a value too many or missing does not compile. */
const allNews: Record<News, 0> = {
  escalation: 0,
  escalation_former: 0,
  breach: 0,
  warning: 0,
  reminder: 0,
  assignment: 0,
  sensitive_marked: 0,
  explanation_asked: 0,
  explanation_reminder: 0,
  explanation_escalated: 0,
  explanation_at_end: 0,
  explanation_answered: 0,
  explanation_sent_back: 0,
  digest: 0,
};
const allWays: Record<Way, 0> = { desktop: 0, email: 0, sms: 0, whatsapp: 0 };
// The tables' types allow no other keys.
export const newsList = Object.keys(allNews) as readonly News[];
export const wayList = Object.keys(allWays) as readonly Way[];

/** Of what nothing was chosen for. Rule: product.md, Notifications: the desktop, and mail where an address is known. */
export const defaultWays: readonly Way[] = ['desktop', 'email'];

/** The digest is a mail: it is no news of the moment. */
export function canGo(news: News, way: Way): boolean {
  return news !== 'digest' || way === 'email';
}

/** As it stands in the form: `ways` has every kind. */
export type ReaderForm = {
  email: string;
  phone: string;
  ways: Readonly<Record<News, readonly Way[]>>;
  isQuietOwn: boolean;
  from: string;
  until: string;
};

export function waysOfNews(news: News, ways: ReaderSettingsValue['ways']): readonly Way[] {
  return (ways[news] ?? defaultWays).filter((way) => canGo(news, way));
}

export function readerForm({ email, phone, ways, quietHours }: ReaderSettingsValue): ReaderForm {
  const all = newsList.map((news) => [news, waysOfNews(news, ways)] as const);
  return {
    email,
    phone,
    ways: Object.fromEntries(all) as Record<News, readonly Way[]>,
    isQuietOwn: quietHours !== null,
    from: quietHours?.from ?? '20:00',
    until: quietHours?.until ?? '07:00',
  };
}

export type ReaderField = 'email' | 'phone' | 'from' | 'until';
export type ReaderRead =
  { ok: true; settings: ReaderSettingsValue } | { ok: false; field: ReaderField; why: 'needed' | 'bad' };

function isUsual(news: News, ways: readonly Way[]): boolean {
  const usual = waysOfNews(news, {});
  return usual.length === ways.length && usual.every((way) => ways.includes(way));
}

/** What the form says, or which field is in the way. What stands as it came is left out: it follows the product's own. */
export function settingsOf(form: ReaderForm): ReaderRead {
  const email = form.email.trim();
  const phone = form.phone.trim();
  const own = newsList.filter((news) => !isUsual(news, form.ways[news]));
  const chosen = new Set(own.flatMap((news) => [...form.ways[news]]));
  if (phone === '' && (chosen.has('sms') || chosen.has('whatsapp')))
    return { ok: false, field: 'phone', why: 'needed' };
  const from = clockText(form.from);
  const until = clockText(form.until);
  if (form.isQuietOwn && from === null) return { ok: false, field: 'from', why: 'bad' };
  if (form.isQuietOwn && until === null) return { ok: false, field: 'until', why: 'bad' };
  const quietHours = form.isQuietOwn && from !== null && until !== null ? { from, until } : null;
  const ways = Object.fromEntries(own.map((news) => [news, [...form.ways[news]]]));
  return { ok: true, settings: { email, phone, ways, quietHours } };
}
