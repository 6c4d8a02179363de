import type { TFunction } from 'i18next';
import { targets } from '../../../preload/contract/values.ts';
import type { WhatIfChanged } from '../../../preload/contract/whatif.ts';
import { formatInstant, isolated } from '../../i18n/format.ts';

/** What becomes of a ticket under a draft, in sentences; the rules in force are the side before. */
export function changedTexts(t: TFunction, { live, draft }: WhatIfChanged): string[] {
  const nameOf = (name: string | null): string => (name === null ? t('whatif.noPolicy') : isolated(name));
  const dueOf = (at: number | null): string => (at === null ? t('whatif.noDeadline') : formatInstant(at));
  const texts: string[] = [];
  if (live.policyId !== draft.policyId)
    texts.push(t('whatif.change.policy', { before: nameOf(live.policyName), after: nameOf(draft.policyName) }));
  for (const target of targets) {
    const [before, after] = [live.targets[target], draft.targets[target]];
    const named = { target: t(`sla.${target}`) };
    if (before.standing !== after.standing) {
      const sides = { before: t(`whatif.standing.${before.standing}`), after: t(`whatif.standing.${after.standing}`) };
      texts.push(t('whatif.change.standing', { ...named, ...sides }));
    }
    if (before.dueAt !== after.dueAt)
      texts.push(t('whatif.change.due', { ...named, before: dueOf(before.dueAt), after: dueOf(after.dueAt) }));
  }
  if (live.level !== draft.level) texts.push(t('whatif.change.level', { before: live.level, after: draft.level }));
  return texts;
}
