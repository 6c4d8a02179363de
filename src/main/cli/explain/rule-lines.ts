import type { NotFired, RulePart, RuleStanding, Vacancy } from '../../../preload/contract/explain-rules.ts';
import type { Derived } from '../../../preload/contract/explain.ts';
import { section, roleNames, targetNames, type Words } from './explain-words.ts';
import { mismatchText, namesText } from './policy-lines.ts';
import { noClockTexts } from './target-lines.ts';

/** `hours` is empty for at once. */
const triggerTexts: Readonly<Record<NonNullable<RulePart['trigger']>, (hours: string) => string>> = {
  resolution_breach: (hours) => `${hours === '' ? 'at' : `${hours} after`} the resolution deadline`,
  response_breach: (hours) => `${hours === '' ? 'at' : `${hours} after`} the response deadline`,
  reminder: (hours) => `${hours === '' ? 'at' : `${hours} after`} the first reminder that was sent, if nobody acts`,
  creation: () => 'on creation',
};

export function ruleTargetText(target: RulePart['target'], { user, team }: Words): string {
  switch (target.kind) {
    case 'team_manager':
      return `the manager of ${team(target.teamId)}`;
    case 'role':
      return roleNames[target.role];
    case 'user':
      return user(target.userId);
    case 'unknown':
      return 'a target of a later release';
  }
}

const vacancyTexts: Readonly<Record<Vacancy['why'], string>> = {
  no_team: 'the ticket has no team',
  no_manager: 'the team has no manager',
  nobody_has_role: 'nobody has the role',
  nobody_available: 'nobody is there',
  unknown_target: 'this release does not know the target',
};

function vacancyText(vacancy: Vacancy | null, words: Words): string {
  if (vacancy === null) return 'nobody held its target';
  const people = vacancy.people.map(({ userId, standing, awayUntil, coverUserId }) => {
    const until = awayUntil === null ? '' : ` until ${words.at(awayUntil)}`;
    const cover = standing === 'away' ? `, cover: ${words.user(coverUserId)}` : '';
    return `${words.user(userId)} ${standing === 'unknown' ? 'is not known here' : `is ${standing}`}${until}${cover}`;
  });
  return [vacancyTexts[vacancy.why], ...people].join('; ');
}

const clockTexts = {
  none: 'has no clock',
  paused: 'stands still',
  met: 'was met',
  ended: 'ended',
  breached: 'was missed unnoticed',
} as const;

const reminderTexts: Readonly<Record<Extract<NotFired, { why: 'no_reminder_sent' }>['because'], string>> = {
  policy_has_none: 'the policy asks for none',
  missed: 'no desk looked in time',
  nobody: 'there was nobody to send one to',
  stands_still: 'the clock stands still',
  none_comes: 'none will come',
};

const reasonTexts: {
  readonly [K in NotFired['why']]: (reason: Extract<NotFired, { why: K }>, words: Words) => string;
} = {
  ended: ({ status }) => `the ticket is ${status}`,
  duplicate: () => 'the ticket is a duplicate',
  inactive: () => 'the rule is inactive',
  condition: ({ fields }) => mismatchText(fields),
  past_highest: ({ highest }) => `the policy's highest level is ${highest}`,
  not_above: ({ level }) => `the ticket stands on level ${level} already`,
  not_above_then: ({ level, at }, words) => `the ticket will stand on level ${level} from ${words.at(at)}`,
  level_acted: ({ at }, words) => `this level was dealt with on the same clock${at === null ? '' : ` ${words.at(at)}`}`,
  stepped_down: ({ level, at }, words) =>
    `it came due while the ticket stood on level ${level}, which was stepped down ${words.at(at)}`,
  not_creation: ({ cycleStartedAt }, words) => `it acts on creation, and this cycle began ${words.at(cycleStartedAt)}`,
  not_breached: ({ target, clock, none }) =>
    `no deadline was missed: ${targetNames[target]} ${clockTexts[clock]}${none === null ? '' : `, ${noClockTexts[none]}`}`,
  no_reminder_sent: ({ because }) => `no reminder was sent: ${reminderTexts[because]}`,
  acted_on: ({ actorId, at, action }, words) =>
    `${words.user(actorId)} acted on it ${words.at(at)} (${action.replaceAll('_', ' ')})`,
  published_later: ({ at, publishedAt }, words) =>
    `its instant, ${words.at(at)}, lies before it was published ${words.at(publishedAt)}`,
  imported_history: ({ at }, words) => `its instant, ${words.at(at)}, lies in the imported history`,
  calendar_not_received: () => 'its calendar has not reached this desk yet',
  unusable: () => 'its level, hours or trigger cannot be counted with',
  not_foreseen: () => 'it is not planned',
};

function reasonText(reason: NotFired, words: Words): string {
  const text = reasonTexts[reason.why] as (reason: NotFired, words: Words) => string;
  return text(reason, words);
}

function willText(
  { at, startAt, outcome, toUserId, byLevel, vacancy, heldUntil, isDue }: Extract<RuleStanding, { kind: 'will' }>,
  words: Words,
): string {
  const from = startAt === null || startAt === at ? '' : `, counted from ${words.at(startAt)}`;
  const held = heldUntil === null ? '' : ', held back until then by an acknowledgement';
  const when = `${isDue ? 'has been due since' : 'will act'} ${words.at(at)}${from}${held}`;
  switch (outcome) {
    case 'fires':
      return `${when}, to ${words.user(toUserId)}`;
    case 'held':
      return `${when}, and be skipped: ${words.user(toUserId)} holds the ticket`;
    case 'overtaken':
      return `${when}, and be overtaken${byLevel === null ? '' : ` by level ${byLevel}`}`;
    case 'nobody':
      return `${when}, and find nobody: ${vacancyText(vacancy, words)}`;
  }
}

function standingText(standing: RuleStanding, words: Words): string {
  const noticed =
    'noticedAt' in standing && standing.noticedAt !== standing.at ? `, noticed ${words.at(standing.noticedAt)}` : '';
  switch (standing.kind) {
    case 'fired':
      return `acted ${words.at(standing.at)}${noticed}, to ${words.user(standing.toUserId)}`;
    case 'held':
      return `was skipped ${words.at(standing.at)}${noticed}: ${words.user(standing.userId)} held the ticket`;
    case 'overtaken':
      return `was overtaken by ${standing.byLevel === null ? 'a higher level' : `level ${standing.byLevel}`}: due ${words.at(standing.at)}${noticed}`;
    case 'waiting':
      return `came due ${words.at(standing.at)}${noticed} and found nobody: ${vacancyText(standing.vacancy, words)}; tried again when somebody holds it${standing.heldUntil === null ? '' : `, not before ${words.at(standing.heldUntil)}`}`;
    case 'will':
      return willText(standing, words);
    case 'will_not':
      return `will not act: ${reasonText(standing.reason, words)}`;
  }
}

function ruleText({ level, trigger, hours, elapsed, target, names, standing }: RulePart, words: Words): string {
  const span = hours === null || hours === 0 ? '' : `${hours} ${elapsed ? 'elapsed ' : ''}h`;
  const after = trigger === null ? 'a trigger of a later release' : triggerTexts[trigger](span);
  const named = names.length === 0 ? '' : ` (${namesText(names)})`;
  return `Level ${level}, ${after}, to ${ruleTargetText(target, words)}${named}: ${standingText(standing, words)}`;
}

/** Every rule of the organization: what it did, will do, or why it will not. */
export function ruleLines({ rules, escalation }: Derived, words: Words): string[] {
  const { level, at, acknowledgedUntil, byHand } = escalation;
  const stands = level === 0 ? 'not escalated' : `level ${level}${at === null ? '' : ` since ${words.at(at)}`}`;
  const hand =
    byHand === null
      ? []
      : [`By hand, by ${words.user(byHand.actorId)} to ${words.user(byHand.toUserId)}: ${byHand.reason}`];
  const held =
    acknowledgedUntil === null ? [] : [`Acknowledged: the next level waits until ${words.at(acknowledgedUntil)}`];
  const none = rules.length === 0 ? ['The organization has no escalation rules'] : [];
  return section(`Escalation: ${stands}`, [...hand, ...held, ...none, ...rules.map((rule) => ruleText(rule, words))]);
}
