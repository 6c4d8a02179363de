import type { RuleVersion } from '../../config/config.ts';

/** Rules have no names: they stand by level, and in a level by what they say, the same on every machine. */
export function byLevel(userNameOf: (id: string) => string): (a: RuleVersion, b: RuleVersion) => number {
  const text = ({ trigger, target, conditions, active }: RuleVersion): string =>
    JSON.stringify([
      trigger.kind,
      trigger.kind === 'creation' ? 0 : trigger.hours,
      trigger.kind === 'creation' ? false : trigger.elapsed,
      target.kind,
      target.kind === 'role' ? target.role : target.kind === 'user' ? userNameOf(target.userId) : '',
      [conditions.kind, conditions.category, conditions.severity, conditions.priority],
      active,
    ]);
  return (a, b) => a.level - b.level || (text(a) < text(b) ? -1 : 1);
}
