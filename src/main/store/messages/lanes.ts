import type { Message } from '../../domain/messages/message.ts';

/** Who has to look at a message when its instant has come. */
export const lane = {
  /** To be sent, before all others. */
  critical: 0,
  /** To be sent. */
  normal: 1,
  /** To be asked about at the provider, to be released, or to expire. */
  settle: 2,
  /** Under way: claimed or being sent. */
  underWay: 3,
} as const;

export const sendLanes = [lane.critical, lane.normal] as const;

export function laneOf({ state, critical }: Pick<Message, 'state' | 'critical'>): number {
  if (state === 'queued' || state === 'retry') return critical ? lane.critical : lane.normal;
  return state === 'claimed' || state === 'sending' ? lane.underWay : lane.settle;
}
