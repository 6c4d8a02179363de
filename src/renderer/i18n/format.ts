import type { TFunction } from 'i18next';
import type { Instant } from '../../preload/contract/values.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** For what reads from left to right in the middle of any sentence: a time, a number, an address. */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}

/** A tracking number in a sentence that may wrap: never within the number. */
export function unbroken(number: string): string {
  return leftToRight(number.replaceAll('-', '-\u2060'));
}

/**
 * `2026-03-04 09:30` in the zone of this machine: one form in every language, so that times are read out alike.
 * Isolated left to right: in an Arabic sentence the time would otherwise stand before the date.
 */
export function formatInstant(at: Instant): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return leftToRight(`${day} ${two(date.getHours())}:${two(date.getMinutes())}`);
}

const counts = new Intl.NumberFormat('en');

/** `1,000,000` in every language: digits are Latin everywhere. */
export function formatCount(count: number): string {
  return counts.format(count);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
/** A weekday and a time name no other instant than the one that is meant. */
const weekdaySaysAllMs = 6 * 24 * 3_600_000;

/** `Mon 08:00` for an instant of the days to come, else the whole date: what a chip has room for. */
export function formatSoon(t: TFunction, at: Instant, nowAt: Instant): string {
  if (at - nowAt > weekdaySaysAllMs) return formatInstant(at);
  const date = new Date(at);
  const weekday = weekdays[date.getDay()] ?? 'sunday';
  return `${t(`weekday.${weekday}`)} ${leftToRight(`${two(date.getHours())}:${two(date.getMinutes())}`)}`;
}

/** Direction for a field of free text: that of its words, and of the window while it has none. */
export function textDirection(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}

const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** What a person typed, as the store keeps it: Latin digits, no invisible direction marks. */
export function plainInput(text: string): string {
  return text
    .replaceAll(directionMarks, '')
    .replaceAll(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}

/** A name or number for the middle of a sentence: it keeps its own direction and turns nothing around it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
