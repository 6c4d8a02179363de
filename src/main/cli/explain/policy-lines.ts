import type { Derived } from '../../../preload/contract/explain.ts';
import { plural, section, targetNames, type Words } from './explain-words.ts';
import { targets } from '../../../preload/contract/values.ts';

type PolicyPart = Derived['policy'];
type PolicyRef = NonNullable<PolicyPart['counts']>;
type Lost = PolicyPart['others'][number]['lost'];
type Mismatches = Extract<Lost, { why: 'condition' }>['fields'];

export function namesText(names: PolicyRef['names']): string {
  return names.length === 0 ? 'any ticket' : names.map(({ field, value }) => `${field} ${value}`).join(', ');
}

export function mismatchText(fields: Mismatches): string {
  const has = (text: string): string => (text === '' ? 'not set' : text);
  return fields.map((field) => `${field.field} is ${has(field.has)} and not ${field.wants}`).join(', ');
}

const whyItCounts: Readonly<Record<PolicyPart['why'], string>> = {
  names_fields: 'of those that fit it is the most specific',
  names_nothing: 'it is for any ticket, and nothing more specific fits',
  no_policies: 'the default of the system, because the organization has no policy',
  none_active: 'the default of the system, because no policy of the organization is active',
  none_fits: 'the default of the system, because no policy of the organization fits',
  not_received: 'it has not reached this desk yet',
  none: 'this desk does not know the organization',
};

const lostTexts: { readonly [K in Lost['why']]: (lost: Extract<Lost, { why: K }>, words: Words) => string } = {
  newer_version: () => 'a newer version of the one that counts: for new tickets, unless it is re-applied',
  inactive: () => 'it is inactive',
  condition: ({ fields }) => mismatchText(fields),
  published_later: () => 'it was published after the ticket was matched',
  less_specific: ({ names, winnerNames }) =>
    `it names ${names === 0 ? 'nothing' : plural(names, 'condition')}, and the one that counts names ${winnerNames}`,
  weaker_field: ({ winnerField }) =>
    `it names as many conditions, and the one that counts names ${winnerField}, which is stronger`,
  older: ({ winnerPublishedAt }, { at }) => `as specific; the one that counts is newer, of ${at(winnerPublishedAt)}`,
  same_but_id: () => 'alike in everything; the order of their ids decides',
  not_known_then: () => 'it would have won, but the desk that matched had not received it',
};

const causes: Readonly<Record<NonNullable<PolicyPart['since']>['cause'], string>> = {
  created: 'on creation',
  changed: 'changed',
  moved: 'moved to this organization',
  reapplied: 're-applied',
  unmarked: 'no longer sensitive',
};

function sinceLine({ since }: PolicyPart, { at, user }: Words): string[] {
  if (since === null) return [];
  const what = since.fields.length === 0 ? causes[since.cause] : `${since.fields.join(', ')} ${causes[since.cause]}`;
  return [`Since ${at(since.at)}: ${what}${since.actorId === null ? '' : ` by ${user(since.actorId)}`}`];
}

function todayLines({ today }: PolicyPart, { at }: Words): string[] {
  if (today === null) return [];
  const moves = targets.flatMap((target) => {
    const { before, after } = today.deadlines[target];
    if (before === after) return [];
    return [
      `${targetNames[target]} due ${after === null ? 'never' : at(after)} instead of ${before === null ? 'never' : at(before)}`,
    ];
  });
  const breaches = today.breachesNow.length === 0 ? [] : ['overdue at once'];
  const calendar = today.calendar === null ? 'round the clock' : `calendar “${today.calendar.name}”`;
  return [
    `If today's policies were re-applied: “${today.policy.name}”, ${calendar}; ${[...moves, ...breaches].join(', ') || 'no deadline moves'}`,
  ];
}

/** Which policy counts, since when, why no other does, and what re-applying would change. */
export function policyLines({ policy }: Derived, words: Words): string[] {
  const { counts, why, others } = policy;
  const head = counts === null ? 'Policy: none' : `Policy: “${counts.name}” (${namesText(counts.names)})`;
  const lost = others.map(({ policy: { name, names }, lost: reason }) => {
    const text = lostTexts[reason.why] as (lost: Lost, words: Words) => string;
    return `Not “${name}” (${namesText(names)}): ${text(reason, words)}`;
  });
  return section(head, [
    `Why: ${whyItCounts[why]}`,
    ...sinceLine(policy, words),
    ...lost,
    ...todayLines(policy, words),
  ]);
}
