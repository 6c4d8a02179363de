import type { TFunction } from 'i18next';

export type Span =
  | { unit: 'daysHours'; days: number; hours: number }
  | { unit: 'hoursMinutes'; hours: number; minutes: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'minutesSeconds'; minutes: number; seconds: number }
  | { unit: 'seconds'; seconds: number };

const minuteS = 60;
const hourS = 3600;
const dayS = 86_400;
/** Below this seconds are shown: a person can still act within them. */
export const secondsShownBelowMs = 5 * minuteS * 1000;

/**
 * The two units that matter at this distance; what is smaller is dropped, never rounded up.
 * @param ms  ≥ 0
 */
export function spanOf(ms: number): Span {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  if (seconds >= dayS)
    return { unit: 'daysHours', days: Math.floor(seconds / dayS), hours: Math.floor((seconds % dayS) / hourS) };
  if (seconds >= hourS)
    return {
      unit: 'hoursMinutes',
      hours: Math.floor(seconds / hourS),
      minutes: Math.floor((seconds % hourS) / minuteS),
    };
  if (seconds * 1000 >= secondsShownBelowMs) return { unit: 'minutes', minutes: Math.floor(seconds / minuteS) };
  if (seconds >= minuteS)
    return { unit: 'minutesSeconds', minutes: Math.floor(seconds / minuteS), seconds: seconds % minuteS };
  return { unit: 'seconds', seconds };
}

export function spanText(t: TFunction, ms: number): string {
  const { unit, ...values } = spanOf(ms);
  return t(`duration.${unit}`, values);
}

/** Age of a ticket: seconds would only flicker, so a young one counts whole minutes. */
export function ageText(t: TFunction, ms: number): string {
  return ms < secondsShownBelowMs
    ? t('duration.minutes', { minutes: Math.floor(Math.max(0, ms) / 60_000) })
    : spanText(t, ms);
}
