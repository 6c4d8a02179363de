import { escalationRoles } from '../../../../preload/contract/config-values.ts';
import { mayIn } from '../../access/access.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Organization, PolicyVersion, RuleTrigger, RuleVersion } from '../../config/config.ts';
import { checkHours } from './common.ts';
import { checkCategory } from './check-policies.ts';
import type { Found } from './problem.ts';
import type { Winners } from './winners.ts';

const MOST_LEVELS = 100;
const targetRoles: readonly string[] = escalationRoles;

export function checkRule(
  rule: RuleVersion,
  organization: Organization,
  config: ConfigSnapshot,
  winners: Winners,
): Found[] {
  const { ruleId, level, trigger, conditions, active } = rule;
  const thing = { kind: 'rule' as const, id: ruleId };
  const isLevel = Number.isInteger(level) && level >= 1 && level <= MOST_LEVELS;
  const found: Found[] = isLevel ? [] : [{ code: 'LEVEL_INVALID', thing, path: 'level', values: { level } }];
  if (trigger.kind !== 'creation') found.push(...checkHours(trigger.hours, thing, 'trigger.hours'));
  found.push(...checkTarget(rule, config));
  if (!active) return found.filter(({ code }) => code === 'UNKNOWN_USER' || !isLevel);
  found.push(...checkCategory(conditions.category, organization, thing, 'conditions.category'));
  if (isLevel) found.push(...checkReach(rule, winners));
  return found;
}

/** Whether somebody is there for it to go to. */
function checkTarget({ ruleId, organizationId, target }: RuleVersion, config: ConfigSnapshot): Found[] {
  const thing = { kind: 'rule' as const, id: ruleId };
  switch (target.kind) {
    case 'team_manager': {
      const without = config.teams(organizationId).filter(({ managerId }) => managerId === null);
      if (without.length === 0) return [];
      const about = [ruleId, ...without.map(({ id }) => id)];
      const values = { teams: without.map(({ name }) => name).join(', ') };
      return [{ code: 'TEAMS_WITHOUT_MANAGER', thing, path: 'target', values, about }];
    }
    case 'role': {
      const { role } = target;
      if (!targetRoles.includes(role))
        return [{ code: 'ROLE_NOT_A_TARGET', thing, path: 'target.role', values: { role } }];
      const isHeld = config.holders(organizationId, role).some(({ active }) => active);
      return isHeld ? [] : [{ code: 'ROLE_WITHOUT_HOLDER', thing, path: 'target.role', values: { role } }];
    }
    case 'user': {
      const user = config.user(target.userId);
      const path = 'target.userId';
      if (user === undefined) return [{ code: 'UNKNOWN_USER', thing, path }];
      const about = [ruleId, user.id];
      const values = { user: user.userName };
      if (!user.active) return [{ code: 'TARGET_INACTIVE', thing, path, values, about }];
      if (!mayIn(user, 'view_ticket', organizationId))
        return [{ code: 'TARGET_WITHOUT_ROLE', thing, path, values, about }];
      return [];
    }
  }
}

const comesToPass: Readonly<Record<RuleTrigger['kind'], (policy: PolicyVersion) => boolean>> = {
  creation: () => true,
  resolution_breach: ({ targetSeconds }) => targetSeconds.resolution !== null,
  response_breach: ({ targetSeconds }) => targetSeconds.response !== null,
  reminder: ({ targetSeconds, remindersBeforeSeconds }) =>
    targetSeconds.resolution !== null && remindersBeforeSeconds.length > 0,
};

/** Whether any ticket that the rule speaks of has a policy under which it can act. */
function checkReach({ ruleId, level, trigger, conditions, organizationId }: RuleVersion, winners: Winners): Found[] {
  const thing = { kind: 'rule' as const, id: ruleId };
  const policies = [...winners.of(conditions)];
  const about = [ruleId, organizationId, ...policies.map(({ policyId }) => policyId)];
  const triggered = policies.filter(comesToPass[trigger.kind]);
  if (triggered.length === 0) {
    const values = { trigger: trigger.kind };
    return [{ code: 'TRIGGER_NEVER', thing, path: 'trigger', values, about }];
  }
  if (triggered.some(({ highestLevel }) => highestLevel === null || highestLevel >= level)) return [];
  const highest = Math.max(...triggered.map(({ highestLevel }) => highestLevel ?? 0));
  return [{ code: 'LEVEL_ABOVE_HIGHEST', thing, path: 'level', values: { level, highest }, about }];
}

function covers(wider: RuleVersion, narrower: RuleVersion): boolean {
  const names = (['kind', 'category', 'severity', 'priority'] as const).map(
    (field) => wider.conditions[field] === null || wider.conditions[field] === narrower.conditions[field],
  );
  return names.every(Boolean);
}

/** Whether `first` is due wherever `second` is, at the same instant or before it. */
function isNeverLater(first: RuleTrigger, second: RuleTrigger): boolean {
  if (first.kind === 'creation') return true;
  if (second.kind !== first.kind) return false;
  // Elapsed hours are over no later than as many open ones; zero hours are both.
  const comparable = first.elapsed || !second.elapsed || first.hours === 0;
  return comparable && first.hours <= second.hours;
}

/**
 * Rules that can only come after one of the same or a higher level: a level acts once and only upward, so they never act
 * while that one finds somebody. Rule: product.md, Escalation 3.
 */
export function checkOrder(rules: readonly RuleVersion[]): Found[] {
  const active = rules.filter((rule) => rule.active);
  return active.flatMap((rule, n): Found[] => {
    const before = active.find((other, m) => {
      if (other === rule || other.level < rule.level || !covers(other, rule)) return false;
      if (!isNeverLater(other.trigger, rule.trigger)) return false;
      // Of two that are the same, the later in the list is told.
      const isSame = other.level === rule.level && covers(rule, other) && isNeverLater(rule.trigger, other.trigger);
      return !isSame || m < n;
    });
    if (before === undefined) return [];
    const thing = { kind: 'rule' as const, id: rule.ruleId };
    const values = { level: rule.level, byLevel: before.level };
    return [{ code: 'RULE_OVERTAKEN', thing, path: 'trigger', values, about: [rule.ruleId, before.ruleId] }];
  });
}

/** A level between others whose rules are all out of use. */
export function checkLevels({ id }: Organization, rules: readonly RuleVersion[]): Found[] {
  const highest = Math.max(0, ...rules.filter(({ active }) => active).map(({ level }) => level));
  const byLevel = Map.groupBy(rules, ({ level }) => level);
  return [...byLevel].flatMap(([level, ofLevel]): Found[] => {
    if (level >= highest || ofLevel.some(({ active }) => active)) return [];
    const about = [id, ...ofLevel.map(({ ruleId }) => ruleId)];
    return [{ code: 'LEVEL_INACTIVE', thing: { kind: 'organization', id }, path: 'rules', values: { level }, about }];
  });
}
