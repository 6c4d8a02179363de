import { isolated } from '../../../i18n/format.ts';
import type { ValueOf } from '../frame/things.ts';
import { conditionsText } from './policy.ts';
import type { Part } from './line.ts';
import type { Words } from './words.ts';

type Rule = ValueOf<'rule'>;

/** When a rule acts, in words. */
export function triggerText({ trigger }: Rule, { t }: Words): string {
  if (trigger.kind === 'creation') return t('describe.trigger.creation');
  const { kind, hours, elapsed } = trigger;
  if (hours === 0) return t(`describe.triggerAtOnce.${kind}`);
  return t(elapsed ? `describe.triggerElapsed.${kind}` : `describe.trigger.${kind}`, {
    hours: isolated(String(hours)),
  });
}

/** Whom a rule escalates to, in words. */
export function targetOfRuleText({ target }: Rule, { t, name }: Words): string {
  if (target.kind === 'team_manager') return t('describe.teamManager');
  return target.kind === 'role' ? t(`role.${target.role}`) : name('user', target.userId);
}

export const ruleParts: readonly Part<Rule>[] = [
  { label: 'describe.level', of: ({ level }) => level, say: ({ level }) => String(level) },
  {
    label: 'describe.use',
    of: ({ active }) => active,
    say: ({ active }, { t }) => t(active ? 'describe.inUse' : 'describe.outOfUse'),
  },
  { label: 'describe.when', of: ({ trigger }) => trigger, say: triggerText },
  { label: 'describe.goesTo', of: ({ target }) => target, say: targetOfRuleText },
  {
    label: 'policies.match',
    of: ({ conditions }) => conditions,
    say: ({ conditions }, words) => conditionsText(conditions, words),
  },
];
