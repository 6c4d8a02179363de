import type { TellingPart, TellingStanding } from '../../../preload/contract/explain-tellings.ts';
import type { Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { tableText } from '../output/words.ts';
import { exactSpan, section, targetNames, type Words } from './explain-words.ts';

type Nobody = Extract<TellingStanding, { kind: 'nobody' }>;
type Seat = Nobody['seats'][number];

const seatNames: Readonly<Record<Seat['seat'], string>> = {
  assignee: 'the assignee',
  team_manager: 'the manager of the team',
  owes: 'who owes it',
  asked: 'who asked',
};
const seatTexts: Readonly<Record<Seat['standing'], string>> = {
  reached: 'could be told today',
  empty: 'there is none',
  no_team: 'the ticket has no team',
  inactive: 'is not active',
  may_not_see: 'may not see the ticket',
  unknown: 'is not known on this desk',
};
const willNotTexts: Readonly<Record<Extract<TellingStanding, { kind: 'will_not' }>['why'], string>> = {
  policy_has_none: 'the policy asks for none',
  no_clock: 'its clock does not run',
  not_before_deadline: 'its instant is not before the deadline',
  imported_history: 'its instant lies in the imported history',
  answered_before: 'the target was answered before it',
  deadline_passed: 'the deadline had passed',
  ended: 'the ticket has ended',
  not_foreseen: 'it is not planned',
};

function seatsText(seats: readonly Seat[], { user }: Words): string {
  return seats
    .map(
      ({ seat, userId, standing }) =>
        `${seatNames[seat]}${userId === null ? '' : ` (${user(userId)})`}: ${seatTexts[standing]}`,
    )
    .join('; ');
}

function toText(to: readonly string[], { user }: Words): string {
  return to.map((id) => user(id)).join(', ');
}

function lateText(at: Instant | null, noticedAt: Instant, words: Words): string {
  return at === null || noticedAt === at ? '' : `, noticed ${words.at(noticedAt)}`;
}

const behindTexts = {
  breach: 'the deadline had passed',
  reminder: 'a later reminder was due',
  due: 'the explanation was due',
} as const;

/** @returns how a warning or reminder came out, or will */
export function standingText(at: Instant | null, standing: TellingStanding, words: Words): string {
  switch (standing.kind) {
    case 'sent':
      return `sent to ${toText(standing.to, words)}${lateText(at, standing.noticedAt, words)}`;
    case 'missed': {
      const { behind } = standing;
      const why = behind === null ? 'something later was due' : `${behindTexts[behind.kind]} (${words.at(behind.at)})`;
      return `not sent: no desk looked until ${words.at(standing.noticedAt)}, and by then ${why}`;
    }
    case 'nobody':
      return `not sent: nobody to send it to; ${seatsText(standing.seats, words)}`;
    case 'will_come': {
      const when = standing.isDue ? 'is due; no desk has looked since' : 'will come';
      if (standing.outcome === 'nobody')
        return `${when}, and there is nobody to send it to; ${seatsText(standing.seats, words)}`;
      return standing.outcome === 'missed'
        ? `${when}; something later is due as well`
        : `${when}, to ${toText(standing.to, words)}`;
    }
    case 'stands_still':
      return `the clock stands still${standing.resumedAt === null ? '' : `; running again now, it would come ${words.at(standing.resumedAt)}`}`;
    case 'will_not':
      return `will not come: ${willNotTexts[standing.why]}`;
  }
}

function nameOf({ kind, target, nth, percent, beforeMs }: TellingPart): string {
  if (kind === 'warning') return `Warning, ${targetNames[target]}${percent === null ? '' : `, at ${percent} %`}`;
  const place = nth === null ? '' : ` ${nth}`;
  return `Reminder${place}${beforeMs === null ? '' : `, ${exactSpan(beforeMs)} before`}`;
}

const movedTexts = {
  start: '; before the start, so due then',
  match: '; before the policy was matched again, so due then',
} as const;

/** Every warning and reminder of the cycle. */
export function tellingLines({ tellings }: Derived, words: Words): string[] {
  if (tellings.length === 0) return section('Warnings and reminders: none, no clock has any', []);
  const rows = tellings.map((part) => [
    nameOf(part),
    part.at === null ? '' : words.at(part.at),
    `${standingText(part.at, part.standing, words)}${part.moved === null ? '' : movedTexts[part.moved]}`,
  ]);
  return section('Warnings and reminders', tableText(rows).trimEnd().split('\n'));
}
