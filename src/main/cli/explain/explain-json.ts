import type { Derivation } from '../../../preload/contract/explain.ts';
import { instantJson } from '../output/words.ts';

function snake(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** By the house's names an instant is `at` or ends in `At` or `Until`; the ends of what re-applying moves are `before` and `after`. */
function isInstant(key: string): boolean {
  return key === 'at' || key === 'before' || key === 'after' || key.endsWith('At') || key.endsWith('Until');
}

function jsonOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((each) => jsonOf(each, key));
  if (typeof value === 'number') return isInstant(key) ? instantJson(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [snake(name), jsonOf(each, name)]));
}

/** `wk explain --json`: the contract's form with keys as the command line has them and instants as ISO text in UTC. */
export function explainJson(derivation: Derivation): unknown {
  return jsonOf(derivation, '');
}
