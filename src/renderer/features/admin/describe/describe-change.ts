import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigChange } from '../../../../preload/contract/configuration.ts';
import type { ValueOf } from '../frame/things.ts';
import { calendarParts } from './calendar.ts';
import { linesBetween, type Line, type Part } from './line.ts';
import { organizationParts } from './organization.ts';
import { teamParts, userParts } from './people.ts';
import { policyParts } from './policy.ts';
import { ruleParts } from './rule.ts';
import { templateParts } from './template.ts';
import type { Words } from './words.ts';

const parts: { readonly [K in ConfigKind]: readonly Part<ValueOf<K>>[] } = {
  organization: organizationParts,
  team: teamParts,
  user: userParts,
  policy: policyParts,
  rule: ruleParts,
  calendar: calendarParts,
  template: templateParts,
};

/** What becomes of a thing, field by field in words. @param before  null: it is new */
export function linesOf<K extends ConfigKind>(
  kind: K,
  before: ValueOf<K> | null,
  after: ValueOf<K>,
  words: Words,
): Line[] {
  return linesBetween(parts[kind], before, after, words);
}

/** As `linesOf`, of a change and what it changes. */
export function linesOfChange(change: ConfigChange, before: ConfigChange['value'] | null, words: Words): Line[] {
  // Both are of the kind that the change names.
  return linesOf(change.kind, before as never, change.value as never, words);
}
