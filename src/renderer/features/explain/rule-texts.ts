import type { RulePart, RuleStanding, Vacancy } from '../../../preload/contract/explain-rules.ts';
import type { Derived } from '../../../preload/contract/explain.ts';
import { reasonText } from './reason-text.ts';
import type { Said } from './telling-texts.ts';
import type { Words } from './words.ts';

type Will = Extract<RuleStanding, { kind: 'will' }>;

export function ruleTargetText(target: RulePart['target'], { t, user, team }: Words): string {
  switch (target.kind) {
    case 'team_manager':
      return target.teamId === null
        ? t('explain.rules.managerOfNone')
        : t('explain.rules.managerOf', { team: team(target.teamId) });
    case 'role':
      return t(`role.${target.role}`);
    case 'user':
      return user(target.userId);
    case 'unknown':
      return t('explain.rules.unknownTarget');
  }
}

export function ruleName({ level, trigger, hours, elapsed, target, names }: RulePart, words: Words): string {
  const { t } = words;
  const kind = hours === null || hours === 0 ? 'triggerAtOnce' : elapsed ? 'triggerElapsed' : 'trigger';
  const text = t(`explain.rules.${kind}.${trigger ?? 'unknown'}`, { hours: hours ?? 0 });
  const values = { level, trigger: text, target: ruleTargetText(target, words) };
  if (names.length === 0) return t('explain.rules.rule', values);
  return t('explain.rules.ruleNamed', { ...values, names: words.named(names) });
}

export function escalationTitle({ escalation: { level, at } }: Derived, words: Words): string {
  if (level === 0) return words.t('explain.rules.title');
  return words.t('explain.rules.titleLevel', { level, at: at === null ? '' : words.at(at) });
}

function personText({ userId, standing, awayUntil, coverUserId }: Vacancy['people'][number], words: Words): string {
  const { t, user } = words;
  const name = user(userId);
  if (standing !== 'away') return t(`explain.rule.person.${standing}`, { name });
  const until = awayUntil === null ? '' : words.at(awayUntil);
  return coverUserId === null
    ? t('explain.rule.person.away', { name, until })
    : t('explain.rule.person.awayCovered', { name, until, cover: user(coverUserId) });
}

function vacancyText(vacancy: Vacancy | null, words: Words): string {
  const { t } = words;
  if (vacancy === null) return t('explain.rule.vacancy.unsaid');
  const people = vacancy.people.map((person) => personText(person, words)).join(t('explain.semicolon'));
  return t(`explain.rule.vacancy.${vacancy.why}`, { people });
}

function firesText({ startAt, toUserId, heldUntil, isDue, ...will }: Will, words: Words): string {
  const { t } = words;
  const values = { at: words.at(will.at), name: words.user(toUserId) };
  if (isDue) return t('explain.rule.firesDue', values);
  if (heldUntil !== null) return t('explain.rule.firesHeld', values);
  if (startAt === null || startAt === will.at) return t('explain.rule.fires', values);
  return t('explain.rule.firesFrom', { ...values, startAt: words.at(startAt) });
}

function willSaid(will: Will, words: Words): Said {
  const { t } = words;
  const { toUserId, byLevel, vacancy } = will;
  const at = words.at(will.at);
  const lead = (key: 'due' | 'will' | 'willHeld' | 'willOvertaken' | 'willNobody'): string =>
    t(`explain.rule.lead.${key}`);
  switch (will.outcome) {
    case 'fires':
      return { lead: lead(will.isDue ? 'due' : 'will'), text: firesText(will, words) };
    case 'held':
      return { lead: lead('willHeld'), text: t('explain.rule.willHeld', { at, name: words.user(toUserId) }) };
    case 'overtaken': {
      const text =
        byLevel === null
          ? t('explain.rule.willOvertaken', { at })
          : t('explain.rule.willOvertakenBy', { at, level: byLevel });
      return { lead: lead('willOvertaken'), text };
    }
    case 'nobody':
      return {
        lead: lead('willNobody'),
        text: t('explain.rule.willNobody', { at, vacancy: vacancyText(vacancy, words) }),
      };
  }
}

function pastText(standing: Exclude<RuleStanding, Will>, words: Words): string {
  const { t } = words;
  switch (standing.kind) {
    case 'fired': {
      const values = { at: words.at(standing.at), name: words.user(standing.toUserId) };
      if (standing.noticedAt === standing.at) return t('explain.rule.fired', values);
      return t('explain.rule.firedLate', { ...values, noticedAt: words.at(standing.noticedAt) });
    }
    case 'held':
      return t('explain.rule.held', { at: words.at(standing.at), name: words.user(standing.userId) });
    case 'overtaken': {
      const at = words.at(standing.at);
      return standing.byLevel === null
        ? t('explain.rule.overtaken', { at })
        : t('explain.rule.overtakenBy', { at, level: standing.byLevel });
    }
    case 'waiting': {
      const values = { at: words.at(standing.at), vacancy: vacancyText(standing.vacancy, words) };
      if (standing.heldUntil === null) return t('explain.rule.waiting', values);
      return t('explain.rule.waitingHeld', { ...values, until: words.at(standing.heldUntil) });
    }
    case 'will_not':
      return reasonText(standing.reason, words);
  }
}

/** What a rule did, will do, or why it will not. */
export function ruleText(standing: RuleStanding, words: Words): Said {
  if (standing.kind === 'will') return willSaid(standing, words);
  return { lead: words.t(`explain.rule.lead.${standing.kind}`), text: pastText(standing, words) };
}
