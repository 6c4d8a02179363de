import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../../preload/contract/tickets.ts';
import type { Names } from '../../client/directory-store.ts';
import type { Channel } from '../../../preload/contract/values.ts';
import { formatInstant } from '../../i18n/format.ts';
import { channelList } from '../../ui/value-lists.ts';

/** Kinds that are a text of a person: shown as a message, not as a line. */
export const messageKinds = { noted: 'note', replied: 'reply', contact_wrote: 'contact' } as const;
export type MessageKind = keyof typeof messageKinds;

export function isMessage(kind: string): kind is MessageKind {
  return kind in messageKinds;
}

type Body = TimelineEntry['body'];
const textOf = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '');
const numberOf = (body: Body, name: string): number | null => (typeof body[name] === 'number' ? body[name] : null);
/** Keeps a name of whatever script from turning the sentence around it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** How the contact's words came in; null where somebody wrote them down. */
function viaOf({ via }: Body): Channel | null {
  const channel = typeof via === 'object' && via !== null && 'channel' in via ? via.channel : null;
  return channelList.find((one) => one === channel) ?? null;
}

type Say = (t: TFunction, body: Body, names: Names) => string;

function person(t: TFunction, names: Names, id: string): string {
  return isolated(names.users.get(id)?.displayName ?? t('people.unknown'));
}
function target(t: TFunction, body: Body): string {
  const name = textOf(body, 'target');
  return name === 'response' || name === 'next_response' ? t(`sla.${name}`) : t('sla.resolution');
}
function statusWord(t: TFunction, name: string): string {
  switch (name) {
    case 'open':
    case 'in_progress':
    case 'pending':
    case 'escalated':
    case 'resolved':
    case 'closed':
      return t(`status.${name}`);
    default:
      return name;
  }
}
function skipWhy(t: TFunction, why: string): string {
  return why === 'already_holds' || why === 'overtaken' || why === 'nobody' ? t(`event.skipWhy.${why}`) : why;
}

function outcomeWord(t: TFunction, outcome: string): string {
  return outcome === 'missed' || outcome === 'nobody' ? t(`event.outcome.${outcome}`) : '';
}

const silentReasons = ['confirmed', 'refused', 'silence', 'asked_late', 'not_asked', 'asked_again'] as const;

/** A change of status that a contact brought about, or that nobody knows the time of, says so. */
function statusSaying(body: Body) {
  const why = textOf(body, 'why');
  const known = silentReasons.find((one) => one === why);
  if (known !== undefined) return `event.status_${known}` as const;
  return body['undated'] === true ? 'event.status_undated' : 'event.status_changed';
}

/** What each kind of event says. A kind that is not here was written by a newer desk and is shown as such. */
const sayings: Readonly<Record<string, Say>> = {
  ticket_created: (t) => t('event.ticket_created'),
  ticket_updated: (t) => t('event.ticket_updated'),
  status_changed: (t, body) => t(statusSaying(body), { status: statusWord(t, textOf(body, 'status')) }),
  assigned: (t, body, names) => {
    const holder = textOf(body, 'assigneeId');
    const team = textOf(body, 'teamId');
    if (holder !== '') return t('event.assigned', { name: person(t, names, holder) });
    return team === ''
      ? t('event.unassigned')
      : t('event.teamAssigned', { team: isolated(names.teams.get(team)?.name ?? '') });
  },
  noted: (t) => t('event.noted'),
  replied: (t) => t('event.replied'),
  contact_wrote: (t, body) => {
    const channel = viaOf(body);
    return channel === null
      ? t('event.contact_wrote')
      : t('event.contact_wrote_by', { channel: t(`channel.${channel}`) });
  },
  marked_sensitive: (t) => t('event.marked_sensitive'),
  unmarked_sensitive: (t) => t('event.unmarked_sensitive'),
  referred: (t, body) => t('event.referred', { to: isolated(textOf(body, 'to')) }),
  acknowledged: (t, body) => t('event.acknowledged', { until: formatInstant(numberOf(body, 'untilAt') ?? 0) }),
  stepped_down: (t) => t('event.stepped_down'),
  voided: (t) => t('event.voided'),
  moved: (t, body, names) =>
    t('event.moved', { name: isolated(names.organizations.get(textOf(body, 'organizationId'))?.name ?? '') }),
  merged: (t, body) => t('event.merged', { number: isolated(textOf(body, 'intoNumber')) }),
  policy_matched: (t) => t('event.policy_matched'),
  policy_reapplied: (t) => t('event.policy_reapplied'),
  warned: (t, body) => t('event.warned', { target: target(t, body) }),
  reminded: (t, body) => t('event.reminded', { target: target(t, body) }),
  breached: (t, body) => t('event.breached', { target: target(t, body) }),
  escalated: (t, body, names) =>
    t('event.escalated', {
      level: numberOf(body, 'level') ?? '',
      name: person(t, names, textOf(body, 'targetUserId')),
    }),
  escalation_skipped: (t, body) => t('event.escalation_skipped', { level: numberOf(body, 'level') ?? '' }),
  explanation_requested: (t, body) => {
    // The program tells only who has an account: whoever asked has to tell anybody else.
    const key = body['ofUserId'] === null ? 'event.explanation_requested_untold' : 'event.explanation_requested';
    return t(key, { name: isolated(textOf(body, 'ofName')) });
  },
  explanation_answered: (t) => t('event.explanation_answered'),
  explanation_accepted: (t) => t('event.explanation_accepted'),
  explanation_sent_back: (t) => t('event.explanation_sent_back'),
  explanation_reminded: (t) => t('event.explanation_reminded'),
  explanation_escalated: (t, body, names) =>
    textOf(body, 'toUserId') === ''
      ? t('event.explanation_at_end')
      : t('event.explanation_escalated', { name: person(t, names, textOf(body, 'toUserId')) }),
  imported: (t) => t('event.imported'),
};

export const knownKinds: readonly string[] = Object.keys(sayings);

/** The line of an entry. */
export function entryTitle(t: TFunction, names: Names, entry: TimelineEntry): string {
  return sayings[entry.kind]?.(t, entry.body, names) ?? t('event.unknown', { kind: isolated(entry.kind) });
}

/** What a person or a rule wrote with it; empty for nothing. */
export function entryText(t: TFunction, entry: TimelineEntry): string {
  const { body, kind } = entry;
  if (kind === 'escalation_skipped') return skipWhy(t, textOf(body, 'why'));
  if (kind === 'referred' && textOf(body, 'reference') !== '')
    return t('event.reference', { reference: isolated(textOf(body, 'reference')) });
  if (kind === 'ticket_updated') return changedFields(t, body['patch']);
  if (kind === 'explanation_requested') return textOf(body, 'question');
  if (kind === 'explanation_answered') return textOf(body, 'text');
  // At the end of the line the title has said that there is nobody.
  if ('outcome' in body && body['toUserId'] !== null) return outcomeWord(t, textOf(body, 'outcome'));
  return isMessage(kind) ? textOf(body, 'text') : textOf(body, 'reason');
}

const fieldNames = {
  kind: 'field.kind',
  subject: 'field.subject',
  description: 'field.description',
  category: 'field.category',
  severity: 'field.severity',
  priority: 'field.priority',
  contact: 'field.caller',
  place: 'field.place',
} as const;

function changedFields(t: TFunction, patch: unknown): string {
  if (typeof patch !== 'object' || patch === null) return '';
  return Object.entries(fieldNames)
    .filter(([name]) => name in patch)
    .map(([, key]) => t(key))
    .join(' · ');
}
