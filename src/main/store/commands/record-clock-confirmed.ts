import { success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

/** Somebody answers for the time of the machine: what falls due by it from here on is theirs to explain. */
export const recordClockConfirmed: Command<'record-clock-confirmed'> = (_input, { audit, nowAt, actorId }) => {
  audit.append(nowAt, actorId, 'clock_confirmed', null);
  return success({});
};
