/** Minutes from some midnight; `until` is not part of it. */
export type MinuteSpan = { from: number; until: number };

/** @returns the same minutes as spans that neither meet nor overlap, in order */
export function merged(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const result: MinuteSpan[] = [];
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else result.push({ from, until });
  }
  return result;
}

/** @returns what of the spans lies in `from` to `until` */
export function within(spans: readonly MinuteSpan[], from: number, until: number): MinuteSpan[] {
  return spans
    .filter((span) => span.from < until && span.until > from)
    .map((span) => ({ from: Math.max(span.from, from), until: Math.min(span.until, until) }));
}

/** @returns the spans `minutes` later */
export function later(spans: readonly MinuteSpan[], minutes: number): MinuteSpan[] {
  return spans.map(({ from, until }) => ({ from: from + minutes, until: until + minutes }));
}
