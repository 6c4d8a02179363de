/** What the other side can ask for at most, ms: nobody's mistake keeps a channel silent for days. */
const longestMs = 3_600_000;

/**
 * Header `Retry-After`: whole seconds or a date.
 * @param nowAt  epoch ms UTC, for the date
 * @returns ms, between 0 and one hour; null without one that can be read
 */
export function retryAfterMs(header: string | undefined, nowAt: number): number | null {
  if (header === undefined) return null;
  const waitMs = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowAt;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), longestMs);
}
