import type { Directory } from '../../../preload/contract/people.ts';
import type { TicketView, TimelineEntry } from '../../../preload/contract/tickets.ts';
import { targets, type Instant } from '../../../preload/contract/values.ts';
import { explanationsText } from './explanation-text.ts';
import { names } from './ticket-json.ts';
import { clockText, instantText, tableText } from './words.ts';

/** What a line of the timeline says of its event; a kind that is not here is named alone. */
const details: Readonly<Record<string, (body: TimelineEntry['body']) => string>> = {
  status_changed: ({ status, disposition, why, reason }) =>
    [status, disposition, why, reason].filter(isText).join(', '),
  noted: ({ text }) => plain(text),
  replied: ({ text }) => plain(text),
  contact_wrote: ({ text }) => plain(text),
  merged: ({ intoNumber }) => `into ${plain(intoNumber)}`,
  warned: ({ target, outcome }) => `${plain(target)}, ${plain(outcome)}`,
  reminded: ({ nth, outcome }) => `${plain(nth)}, ${plain(outcome)}`,
  breached: ({ target, history }) => `${plain(target)}${history === true ? ' (before the import)' : ''}`,
  escalated: ({ level, reason }) => `level ${plain(level)}, ${plain(reason)}`,
  explanation_requested: ({ ofName, ofUserId, question }) =>
    `${plain(ofName)}${ofUserId === null ? ' (no account, nobody could be told)' : ''}: ${plain(question)}`,
  explanation_answered: ({ text }) => plain(text),
  explanation_sent_back: ({ reason }) => plain(reason),
  explanation_reminded: ({ outcome }) => plain(outcome),
  explanation_escalated: ({ level, outcome }) => `step ${plain(level)}, ${plain(outcome)}`,
  escalation_skipped: ({ level, why }) => `level ${plain(level)}, ${plain(why)}`,
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ') : JSON.stringify(value);
}

/** @returns the ticket for people: facts, clocks, timeline, each line with its end */
export function ticketText(view: TicketView, directory: Directory, nowAt: Instant): string {
  const named = names(directory);
  const { place, contact, escalation } = view;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Organization', named.organization(view.organizationId)],
    ['Status', [view.status, view.disposition].filter(isText).join(', ')],
    ['Kind', `${view.kind}, ${view.category}`],
    ['Severity', `${view.severity}, priority ${view.priority}`],
    ['Team', named.team(view.teamId)],
    ['Assignee', named.user(view.assigneeId)],
    ['Contact', [contact.name, contact.phone, contact.email].filter(isText).join(', ')],
    [
      'Place',
      [place.address, place.latitude === null ? '' : `${place.latitude}, ${place.longitude}`]
        .filter(isText)
        .join(' · '),
    ],
    ['Created', instantText(view.createdAt)],
    ['Closed', view.closedAt === null ? null : instantText(view.closedAt)],
    ['Policy', view.policyName],
    [
      'Level',
      escalation.level === 0
        ? null
        : `${escalation.level} since ${instantText(escalation.at)}: ${escalation.reason ?? ''}`,
    ],
    ['Sensitive', view.sensitive ? 'yes: no clocks run' : null],
  ];
  const timeline = view.timeline.map((entry) => [
    instantText(entry.occurredAt),
    entry.kind,
    details[entry.kind]?.(entry.body) ?? '',
    named.user(entry.actorId) ?? '',
    entry.effect === 'applied' ? '' : entry.effect,
  ]);
  return [
    `${view.number}  ${view.subject}\n`,
    view.description === '' ? '' : `${view.description}\n`,
    tableText(facts.flatMap(([name, value]) => (isText(value) ? [[`${name}:`, value]] : []))),
    tableText(targets.map((target) => [`Clock, ${target}:`, clockText(view.clocks[target], nowAt)])),
    explanationsText(view.explanations, directory, nowAt),
    'Timeline:\n',
    tableText(timeline.map((cells) => ['', ...cells])),
  ].join('');
}
