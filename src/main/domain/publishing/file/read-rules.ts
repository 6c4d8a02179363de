import type { RuleTarget, RuleTrigger, RuleVersion } from '../../config/config.ts';
import { canonical } from '../draft.ts';
import { hoursOf } from './duration.ts';
import type { FileRule } from './file-form.ts';
import { conditionsOf } from './read-policies.ts';
import type { Reading } from './reading.ts';

export type RuleDraft = Omit<RuleVersion, 'id' | 'publishedAt'>;
type Said = Omit<RuleDraft, 'ruleId'>;

const fields = {
  conditions: 'for',
  'trigger.hours': 'after',
  trigger: 'when',
  'target.userId': 'to.user',
  'target.role': 'to.role',
  target: 'to',
};

function triggerOf({ when, after, elapsed }: FileRule, path: string, reading: Reading): RuleTrigger {
  const hours = hoursOf(after);
  if (when !== 'creation') return { kind: when, hours, elapsed };
  // Rule: product.md, Escalation 1: at once on creation. Hours that are written there would be lost without a word.
  if (hours !== 0)
    reading.found.push({ code: 'CREATION_AT_ONCE', thing: null, path: `${path}.after`, values: { hours } });
  return { kind: when };
}

function targetOf({ to }: FileRule, path: string, reading: Reading): RuleTarget {
  if (to.role !== undefined) return { kind: 'role', role: to.role };
  if (to.user === undefined) return { kind: 'team_manager' };
  return { kind: 'user', userId: reading.userId(to.user, `${path}.to.user`) ?? '' };
}

/**
 * Rules have no names: what makes one of the file the next version of one that is there. In this order, so that a rule which
 * says the same is found before one that only stands in its place.
 */
const likenesses: readonly ((said: Said) => string)[] = [
  (said) => canonical(said),
  ({ level, trigger, conditions }) => canonical([level, trigger.kind, conditions]),
  ({ level, trigger }) => canonical([level, trigger.kind]),
  ({ level }) => canonical(level),
];

function saidBy({ id: _id, publishedAt: _publishedAt, ruleId: _ruleId, ...said }: RuleVersion): Said {
  return said;
}

/** @returns by index in the file: the rule of the store that it is */
function paired(said: readonly Said[], current: readonly RuleVersion[]): Map<number, RuleVersion> {
  const pairs = new Map<number, RuleVersion>();
  const free = new Set([...current].sort((a, b) => Number(b.active) - Number(a.active)));
  for (const likeness of likenesses)
    said.forEach((one, n) => {
      if (pairs.has(n)) return;
      const twin = [...free].find((rule) => likeness(saidBy(rule)) === likeness(one));
      if (twin === undefined) return;
      free.delete(twin);
      pairs.set(n, twin);
    });
  return pairs;
}

/** Rules of an organization as the file has them, and those that it has no more, set aside. */
export function readRules(
  rules: readonly FileRule[],
  organizationId: string,
  base: string,
  reading: Reading,
): RuleDraft[] {
  const current = reading.config.currentRules(organizationId);
  const said = rules.map((rule, n): Said => ({
    organizationId,
    level: rule.level,
    trigger: triggerOf(rule, `${base}.${n}`, reading),
    target: targetOf(rule, `${base}.${n}`, reading),
    conditions: conditionsOf(rule.for),
    active: rule.active,
  }));
  const pairs = paired(said, current);
  const drafts = said.map((one, n) => {
    const ruleId = pairs.get(n)?.ruleId ?? reading.newId();
    reading.place(ruleId, `${base}.${n}`, fields);
    return { ruleId, ...one };
  });
  const named = new Set(drafts.map(({ ruleId }) => ruleId));
  const gone = current.filter(({ ruleId, active }) => active && !named.has(ruleId));
  for (const { ruleId } of gone) reading.place(ruleId, base);
  return [...drafts, ...gone.map((rule) => ({ ruleId: rule.ruleId, ...saidBy(rule), active: false }))];
}
