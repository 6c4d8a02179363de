const part = String.raw`\d+(?:\.\d+)?`;
/** `24 h`, `30 min`, `1 h 30 min`. No days: a day of a calendar is not 24 hours of it. */
export const durationPattern = new RegExp(`^-?${part} (?:h|min|s)(?: ${part} (?:min|s)){0,2}$`, 'u');

const HOUR_SECONDS = 3600;
const unitSeconds: Readonly<Record<string, number>> = { h: HOUR_SECONDS, min: 60, s: 1 };

/** @param text  of `durationPattern` */
export function secondsOf(text: string): number {
  const [sign, rest] = text.startsWith('-') ? [-1, text.slice(1)] : [1, text];
  let seconds = 0;
  const words = rest.split(' ');
  for (let n = 0; n + 1 < words.length; n += 2) seconds += Number(words[n]) * (unitSeconds[words[n + 1] ?? ''] ?? 0);
  // To the millisecond, which is what the rules count in.
  return (sign * Math.round(seconds * 1000)) / 1000;
}

/** @param text  of `durationPattern` */
export function hoursOf(text: string): number {
  const alone = /^(?<hours>-?[\d.]+) h$/u.exec(text)?.groups?.['hours'];
  return alone === undefined ? secondsOf(text) / HOUR_SECONDS : Number(alone);
}

export function secondsText(seconds: number): string {
  if (seconds < 0) return `-${secondsText(-seconds)}`;
  const hours = Math.floor(seconds / HOUR_SECONDS);
  const minutes = Math.floor((seconds - hours * HOUR_SECONDS) / 60);
  const rest = Math.round((seconds - hours * HOUR_SECONDS - minutes * 60) * 1000) / 1000;
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(rest > 0 ? [`${rest} s`] : []),
  ];
  return parts.length === 0 ? '0 h' : parts.join(' ');
}

/** @returns a text that `hoursOf` reads as the very same number */
export function hoursText(hours: number): string {
  const text = secondsText(hours * HOUR_SECONDS);
  return hoursOf(text) === hours ? text : `${hours} h`;
}
