import { priorities, severities, type Instant, type Language } from '../../../preload/contract/values.ts';
import type { HumanEvent, NewEvent, TicketFields } from '../ticket/events.ts';
import { CONTROL_ROOM, type SampleCategory } from './sample-centre.ts';
import type { SampleDesk } from './sample-directory.ts';
import { resolutionHours } from './sample-policies.ts';
import { plotOf, type Step, type Story } from './sample-stories.ts';
import { asking, familyNames, givenNames, notes, replies, streets } from './sample-words.ts';
import type { Dice } from './seeded.ts';

const MINUTE_MS = 60_000;

const languages: readonly (readonly [Language, number])[] = [
  ['en', 5],
  ['zu', 2],
  ['af', 2],
  ['ar', 2],
];
const levels = [
  [severities[0], 3],
  [severities[1], 5],
  [severities[2], 2],
  [severities[3], 0.5],
] as const;

/** A centre that has run for a year has mostly done tickets; a small sample shows more of what is open. */
const mixes: Readonly<Record<'small' | 'large', readonly (readonly [Story, number])[]>> = {
  small: [
    ['met', 40],
    ['missed', 8],
    ['fresh', 18],
    ['working', 14],
    ['pending', 5],
    ['near_due', 5],
    ['overdue', 8],
    ['sensitive', 2],
  ],
  large: [
    ['met', 830],
    ['missed', 120],
    ['fresh', 15],
    ['working', 20],
    ['pending', 5],
    ['near_due', 3],
    ['overdue', 5],
    ['sensitive', 2],
  ],
};

/** Deadlines of the first tickets, in the maker's own team: within minutes of the first start one of them breaches. */
const shownFirst = [2, 6, 15, 40] as const;

export type SampleTicketParts = {
  desk: SampleDesk;
  count: number;
  batchId: string;
  nowAt: Instant;
  dice: Dice;
  newId: () => string;
};

/**
 * Tickets of one organization of the sample, one after the other, so that a million of them need no more memory than one.
 * Each is a list of what people did, `ticket_created` first, with an empty number: the store gives the next one.
 */
export function* sampleTickets(parts: SampleTicketParts): Generator<readonly NewEvent[]> {
  const { count, dice } = parts;
  const mix = mixes[isLarge(count) ? 'large' : 'small'];
  for (let index = 0; index < count; index += 1) {
    const minutes = shownFirst[index];
    yield minutes === undefined
      ? sampleTicket(parts, dice.weighted(mix))
      : sampleTicket(parts, 'near_due', minutes * MINUTE_MS);
  }
}

function isLarge(count: number): boolean {
  return count > 1000;
}

function sampleTicket(parts: SampleTicketParts, story: Story, dueInMs?: number): readonly NewEvent[] {
  const { desk, dice, batchId, nowAt, newId } = parts;
  const isShownFirst = dueInMs !== undefined;
  const category = isShownFirst
    ? (desk.source.categories.find(({ team }) => team === CONTROL_ROOM) ?? dice.pick(desk.source.categories))
    : dice.pick(desk.source.categories);
  const isSensitive = story === 'sensitive';
  const fields = fieldsOf(desk, category, isSensitive, dice);
  const team = desk.teams.find(({ name }) => name === category.team);
  const agents = team === undefined ? [] : (desk.agentsOf.get(team.id) ?? []);
  const agentId = isSensitive ? dice.pick(desk.clearedAgents) : dice.pick(agents);
  const isBrief = isLarge(parts.count) && (story === 'met' || story === 'missed');
  const plot = plotOf(story, resolutionHours(desk, fields), nowAt, dice, { isBrief, dueInMs });

  const ticketId = newId();
  const created: NewEvent = {
    id: newId(),
    ticketId,
    occurredAt: plot.createdAt,
    actorId: agentId,
    kind: 'ticket_created',
    body: {
      ...fields,
      number: '',
      organizationId: desk.organization.id,
      teamId: team?.id ?? null,
      assigneeId: isSensitive || isBrief ? agentId : null,
      sensitive: isSensitive,
      batchId,
      // Live, so that what is overdue has been escalated by the rules as it would have been in a year's work.
      historyUntil: null,
    },
  };
  const rest = plot.steps.flatMap((step) =>
    eventsOf(step, fields.contact.language, { assigneeId: agentId, teamId: team?.id ?? null }, dice).map(
      (event): NewEvent => ({ id: newId(), ticketId, occurredAt: step.at, actorId: agentId, ...event }),
    ),
  );
  return [created, ...rest];
}

function eventsOf(
  { what }: Step,
  language: Language,
  holder: { assigneeId: string; teamId: string | null },
  dice: Dice,
): HumanEvent[] {
  switch (what) {
    case 'assigned':
      return [{ kind: 'assigned', body: holder }];
    case 'replied':
      return [{ kind: 'replied', body: { text: replies[language] } }];
    case 'asked':
      return [{ kind: 'contact_wrote', body: { text: asking[language] } }];
    case 'noted':
      return [{ kind: 'noted', body: { text: dice.pick(notes) } }];
    default:
      return [{ kind: 'status_changed', body: { status: what, reason: '', disposition: null } }];
  }
}

function fieldsOf(desk: SampleDesk, category: SampleCategory, isSensitive: boolean, dice: Dice): TicketFields {
  const language = dice.weighted(languages);
  const severity = dice.weighted(levels);
  // Most desks give both alike; the hospital's policies name both.
  const priority = dice.next() < 0.8 ? severity : dice.pick(priorities);
  const name = `${dice.pick(givenNames)} ${dice.pick(familyNames)}`;
  const street = `${dice.whole(1, 220)} ${dice.pick(streets)}`;
  const { place, sensitiveSubject } = desk.source;
  return {
    kind: category.kind,
    subject: isSensitive ? sensitiveSubject[language] : `${category.subject[language]} · ${street}`,
    description: '',
    category: category.name,
    severity,
    priority,
    contact: {
      name,
      // No country has these numbers or this domain: nothing of a sample can reach anybody.
      phone: `+999 ${dice.whole(100, 999)} ${dice.whole(1000, 9999)}`,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
      language,
    },
    place: {
      address: isSensitive ? '' : street,
      latitude: round(place.latitude + dice.between(-0.2, 0.2)),
      longitude: round(place.longitude + dice.between(-0.2, 0.2)),
    },
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
