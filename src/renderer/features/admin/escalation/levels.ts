import type { ThingView } from '../frame/views.ts';
import type { ValueOf } from '../frame/things.ts';

export type Rule = ValueOf<'rule'>;
export type RuleView = ThingView<'rule'>;

/** Rules of one level, in the order in which they were made. */
export type Level = { level: number; rules: readonly RuleView[] };

/** The lowest level first. Two rules may stand on one level: for different tickets, or by different triggers. */
export function levelsOf(views: readonly RuleView[]): Level[] {
  const byLevel = Map.groupBy(views, ({ value }) => value.level);
  return [...byLevel].map(([level, rules]) => ({ level, rules })).toSorted((a, b) => a.level - b.level);
}

/**
 * A level and its neighbour change places, each with all of its rules.
 * @param by  -1: it comes earlier
 * @returns what is to be changed; nothing at the ends
 */
export function exchanged(levels: readonly Level[], index: number, by: -1 | 1): { view: RuleView; level: number }[] {
  const [one, other] = [levels[index], levels[index + by]];
  if (one === undefined || other === undefined) return [];
  return [
    ...one.rules.map((view) => ({ view, level: other.level })),
    ...other.rules.map((view) => ({ view, level: one.level })),
  ];
}

/** A rule as it begins: one level above the highest, a day after the deadline, for every ticket. */
export function newRule(organizationId: string, levels: readonly Level[]): Rule {
  const highest = levels.at(-1)?.level ?? 0;
  return {
    ruleId: crypto.randomUUID(),
    organizationId,
    level: highest + 1,
    trigger: { kind: 'resolution_breach', hours: highest === 0 ? 0 : 24 * highest, elapsed: false },
    target: { kind: 'team_manager' },
    conditions: { kind: null, category: null, severity: null, priority: null },
    active: true,
  };
}
