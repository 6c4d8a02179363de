import type { Derived } from '../../../preload/contract/explain.ts';
import { targets } from '../../../preload/contract/values.ts';
import { isolated } from '../../i18n/format.ts';
import type { Words } from './words.ts';

type PolicyPart = Derived['policy'];
type PolicyRef = NonNullable<PolicyPart['counts']>;
type Lost = PolicyPart['others'][number]['lost'];

export function policyTitle({ counts }: PolicyPart, { t }: Words): string {
  return counts === null ? t('explain.policy.titleNone') : t('explain.policy.title', { name: isolated(counts.name) });
}

export function policyName({ name, names }: PolicyRef, words: Words): string {
  return words.t('explain.policy.names', { name: isolated(name), names: words.named(names) });
}

export function sinceText({ since }: PolicyPart, words: Words): string | null {
  if (since === null) return null;
  const fields = since.fields.map((field) => words.t(`field.${field}`)).join(words.t('explain.comma'));
  const values = { at: words.at(since.at), name: words.user(since.actorId), fields };
  return words.t(`explain.policy.since.${since.cause}`, values);
}

export function lostText(lost: Lost, words: Words): string {
  const { t } = words;
  switch (lost.why) {
    case 'condition':
      return t('explain.policy.lost.condition', { fields: words.mismatches(lost.fields) });
    case 'less_specific':
      return t('explain.policy.lost.less_specific', { names: lost.names, winnerNames: lost.winnerNames });
    case 'weaker_field':
      return t('explain.policy.lost.weaker_field', { field: t(`field.${lost.winnerField}`) });
    case 'older':
      return t('explain.policy.lost.older', { at: words.at(lost.winnerPublishedAt) });
    default:
      return t(`explain.policy.lost.${lost.why}`);
  }
}

export function calendarText(calendar: { name: string; timezone: string } | null, { t }: Words): string {
  if (calendar === null) return t('explain.reckoning.roundTheClock');
  return t('explain.reckoning.openTimeOf', { name: isolated(calendar.name), zone: isolated(calendar.timezone) });
}

/** What re-applying today's policies would come to. */
export function todayTexts(today: NonNullable<PolicyPart['today']>, words: Words): string[] {
  const { t } = words;
  const instant = (at: number | null): string => (at === null ? t('explain.never') : words.at(at));
  const moves = targets.flatMap((target) => {
    const { before, after } = today.deadlines[target];
    if (before === after) return [];
    const values = { target: t(`sla.${target}`), before: instant(before), after: instant(after) };
    return [t('explain.policy.todayMoves', values)];
  });
  const late = today.breachesNow.map((target) => t('explain.policy.todayLate', { target: t(`sla.${target}`) }));
  const first = t('explain.policy.todayPolicy', {
    name: isolated(today.policy.name),
    calendar: calendarText(today.calendar, words),
  });
  return [first, ...(moves.length === 0 ? [t('explain.policy.todaySame')] : moves), ...late];
}
