import type { TFunction } from 'i18next';

const secondMs = 1000;
const minuteS = 60;
const hourS = 3600;

/** Which units a span has, as its text is named. */
const forms = [
  { key: 'hoursMinutesSeconds', has: [true, true, true] },
  { key: 'hoursMinutes', has: [true, true, false] },
  { key: 'hoursSeconds', has: [true, false, true] },
  { key: 'hours', has: [true, false, false] },
  { key: 'minutesSeconds', has: [false, true, true] },
  { key: 'minutes', has: [false, true, false] },
  { key: 'seconds', has: [false, false, true] },
  { key: 'zero', has: [false, false, false] },
] as const;

/**
 * A span to reckon with: every unit down to the second, to which it is rounded, and hours beyond a day as hours, as
 * policies are written. What a clock shows at a glance is `ui/sla/duration.ts`.
 */
export function exactSpan(t: TFunction, ms: number): string {
  const all = Math.round(Math.abs(ms) / secondMs);
  const values = {
    hours: Math.floor(all / hourS),
    minutes: Math.floor((all % hourS) / minuteS),
    seconds: all % minuteS,
  };
  const has = [values.hours > 0, values.minutes > 0, values.seconds > 0];
  const { key } = forms.find((form) => form.has.every((each, n) => each === has[n])) ?? forms[0];
  return t(`explain.span.${key}`, values);
}
