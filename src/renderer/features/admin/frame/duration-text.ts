import type { TFunction } from 'i18next';
import { plainInput } from '../../../i18n/format.ts';

const hourS = 3600;
/** Units as people write them in both languages; a number alone is hours. */
const units: readonly { words: RegExp; seconds: number }[] = [
  { words: /^(?:d|days?|ي|يوم|يومان|يومين|أيام|ايام)$/u, seconds: 24 * hourS },
  { words: /^(?:|h|hrs?|hours?|س|ساعة|ساعه|ساعتان|ساعتين|ساعات)$/u, seconds: hourS },
  { words: /^(?:m|mins?|minutes?|د|دقيقة|دقيقه|دقائق)$/u, seconds: 60 },
  { words: /^(?:s|secs?|seconds?|ث|ثانية|ثواني|ثوان)$/u, seconds: 1 },
];

/**
 * Seconds of a text such as `24 h`, `1 d 4 h`, `90 min` or `٢٤ س`.
 * @returns `value` null for an empty text; null for what cannot be read
 */
export function readDuration(text: string): { value: number | null } | null {
  const plain = plainInput(text).trim().toLowerCase().replaceAll(/[,٫]/gu, '.');
  if (plain === '') return { value: null };
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}*)\.?\s*/gu)];
  if (parts.map(([part]) => part).join('') !== plain) return null;
  let seconds = 0;
  for (const [, amount, word] of parts) {
    const unit = units.find(({ words }) => words.test(word ?? ''));
    // A bare number beside others could be anything.
    if (unit === undefined || (word === '' && parts.length > 1)) return null;
    seconds += Number(amount) * unit.seconds;
  }
  return { value: Math.round(seconds * 1000) / 1000 };
}

/** @returns such as `28 h` or `1 h 30 min`: a text that `readDuration` reads as the same number */
export function durationText(t: TFunction, seconds: number): string {
  if (seconds < 0) return `-${durationText(t, -seconds)}`;
  const hours = Math.floor(seconds / hourS);
  const minutes = Math.floor((seconds % hourS) / 60);
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const parts = [
    ...(hours > 0 || seconds === 0 ? [t('admin.unit.hours', { n: hours })] : []),
    ...(minutes > 0 ? [t('admin.unit.minutes', { n: minutes })] : []),
    ...(rest > 0 ? [t('admin.unit.seconds', { n: rest })] : []),
  ];
  return parts.join(' ');
}

/** A long time told once more in days; null where that says nothing new. */
export function inDays(t: TFunction, seconds: number | null): string | null {
  if (seconds === null || seconds < 48 * hourS || seconds % (24 * hourS) !== 0) return null;
  return t('admin.inDays', { count: seconds / (24 * hourS) });
}
