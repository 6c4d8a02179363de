import { explain } from '../../src/main/domain/explain/explain.ts';
import type { Config } from '../../src/main/domain/config/config.ts';
import type { Reckoning } from '../../src/preload/contract/explain-clocks.ts';
import type { RuleStanding } from '../../src/preload/contract/explain-rules.ts';
import type { TellingPart } from '../../src/preload/contract/explain-tellings.ts';
import { derivation, type Derived } from '../../src/preload/contract/explain.ts';
import type { Target } from '../../src/preload/contract/values.ts';
import type { Desk } from './centre.ts';

/** Why a desk's ticket stands as it does, as the contract lets it out. @throws when it is excluded, or of another form */
export function derivedOf(desk: Desk, config: Config, nowAt = desk.nowAt): Derived {
  const result = derivation.parse(explain(desk.state, desk.log, config, nowAt));
  if (result.kind !== 'derived') throw new Error('the ticket is excluded');
  return result;
}

export function targetOf({ targets }: Derived, target: Target): Derived['targets'][number] {
  const found = targets.find((part) => part.target === target);
  if (found === undefined) throw new Error(`no ${target}`);
  return found;
}

export function reckoningOf(derived: Derived, target: Target): Reckoning {
  const { reckoning } = targetOf(derived, target);
  if (reckoning === null) throw new Error(`${target} is not reckoned`);
  return reckoning;
}

/** @param nth  place of a reminder, or null for the line that says that there is none */
export function reminderOf({ tellings }: Derived, nth: number | null): TellingPart {
  const found = tellings.find((part) => part.kind === 'reminder' && part.nth === nth);
  if (found === undefined) throw new Error(`no reminder ${nth}`);
  return found;
}

export function warningOf({ tellings }: Derived, target: Target): TellingPart {
  const found = tellings.find((part) => part.kind === 'warning' && part.target === target);
  if (found === undefined) throw new Error(`no warning of ${target}`);
  return found;
}

/** How the one rule of a level stands. */
export function levelOf({ rules }: Derived, level: number): RuleStanding {
  const found = rules.filter((rule) => rule.level === level);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} rules of level ${level}`);
  return only.standing;
}
