import type { TFunction } from 'i18next';
import type { Instant } from '../../../preload/contract/values.ts';
import { formatSoon } from '../../i18n/format.ts';
import type { ChipState } from './chip-state.ts';
import { spanText } from './duration.ts';

/** The words of a chip behind its target's name. */
export function chipWords(t: TFunction, { word, spanMs, resumesAt }: ChipState, nowAt: Instant): string {
  return t(`sla.${word}`, {
    span: spanMs === null ? '' : spanText(t, spanMs),
    at: resumesAt === undefined ? '' : formatSoon(t, resumesAt, nowAt),
  });
}
