import { canonical } from '../frame/things.ts';
import type { TextKey } from '../../../i18n/text-key.ts';
import type { Words } from './words.ts';

/** One line of what changes: a field in words, before and after. */
export type Line = { label: string; before: string | null; after: string };

/** How a part of a value is said. */
export type Part<V> = {
  label: TextKey;
  /** Before the label, where several parts share it: a day of the week. */
  of: (value: V) => unknown;
  say: (value: V, words: Words) => string;
  /** Long lists say only what goes and what comes. */
  differ?: (before: V, after: V, words: Words) => { before: string; after: string };
};

/** @param before  null: the thing is new, and only what says something is told */
export function linesBetween<V>(parts: readonly Part<V>[], before: V | null, after: V, words: Words): Line[] {
  const { t } = words;
  return parts.flatMap((part): Line[] => {
    const label = t(part.label);
    if (before === null) return [{ label, before: null, after: part.say(after, words) }];
    if (canonical(part.of(before)) === canonical(part.of(after))) return [];
    if (part.differ !== undefined) return [{ label, ...part.differ(before, after, words) }];
    return [{ label, before: part.say(before, words), after: part.say(after, words) }];
  });
}

/** Two lists by what only one of them has. */
export function listDifference(
  before: readonly string[],
  after: readonly string[],
  { t, list }: Words,
): { before: string; after: string } {
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  return {
    before: gone.length === 0 ? t('describe.nothingGone') : list(gone),
    after: come.length === 0 ? t('describe.nothingNew') : list(come),
  };
}
