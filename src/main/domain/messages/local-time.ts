import type { Instant } from '../../../preload/contract/values.ts';
import { zoneNamed } from '../calendar/zone.ts';
import { offsetOf } from '../calendar/zone-offsets.ts';

/**
 * @param timezone  IANA name; one that is not known counts as UTC
 * @returns `YYYY-MM-DD HH:mm` as the wall clock there shows it, in Latin digits: read the same way in every language
 */
export function localTime(at: Instant, timezone: string): string {
  const zone = zoneNamed(timezone);
  const shown = at + (zone === null ? 0 : offsetOf(zone, at));
  return new Date(shown).toISOString().slice(0, 16).replace('T', ' ');
}
