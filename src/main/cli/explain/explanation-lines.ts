import type { Derived, ExplanationPart } from '../../../preload/contract/explain.ts';
import { exactSpan, section, type Words } from './explain-words.ts';
import { standingText } from './telling-lines.ts';

const noDueTexts: Readonly<Record<NonNullable<ExplanationPart['noDue']>, string>> = {
  not_owed: 'answered',
  no_terms: 'no due time: the ticket is or was sensitive',
  ended: 'no due time while the ticket is over',
  calendar_not_received: 'no due time: its calendar has not reached this desk yet',
  unusable: 'no due time: its hours cannot be counted with',
};

const notClimbingTexts: Readonly<Record<Extract<ExplanationPart['next'], { kind: 'will_not' }>['why'], string>> = {
  not_owed: 'it is answered',
  no_due_time: 'it has no due time',
  off: 'the organization passes none up',
  top_of_line: 'nobody is above',
  highest_level: 'it has climbed as far as it may',
  not_foreseen: 'it is not planned',
};

function nextText({ next }: ExplanationPart, { at, user }: Words): string {
  if (next.kind === 'will_not') return `Climbs no further: ${notClimbingTexts[next.why]}`;
  const when = next.isDue ? `Is to climb since ${at(next.at)}; no desk has looked since` : `Climbs ${at(next.at)}`;
  return `${when}, ${next.toUserId === null ? 'and nobody is above' : `to ${user(next.toUserId)}`}`;
}

function linesOf(part: ExplanationPart, words: Words): string[] {
  const { at, user } = words;
  const granted = part.grantedMs === null ? '' : `, ${exactSpan(part.grantedMs)} from ${at(part.startAt)}`;
  const due = part.dueAt === null ? noDueTexts[part.noDue ?? 'not_owed'] : `due ${at(part.dueAt)}${granted}`;
  const climbed = part.climbed.map(
    (climb) =>
      `Passed up ${at(climb.at)}, step ${climb.level}, ${climb.toUserId === null ? 'and nobody is above' : `to ${user(climb.toUserId)}`}`,
  );
  const reminder = part.reminder.at === null ? 'Reminder' : `Reminder ${at(part.reminder.at)}`;
  return [
    `Asked of ${part.ofName} by ${user(part.askedById)} ${at(part.askedAt)}: ${part.status}, ${due}`,
    `  ${reminder}: ${standingText(part.reminder.at, part.reminder.standing, words)}`,
    ...climbed.map((line) => `  ${line}`),
    `  ${nextText(part, words)}`,
  ];
}

/** Explanations that were asked for; nothing where there are none. */
export function explanationLines({ explanations }: Derived, words: Words): string[] {
  if (explanations.length === 0) return [];
  return section(
    'Explanations',
    explanations.flatMap((part) => linesOf(part, words)),
  );
}
