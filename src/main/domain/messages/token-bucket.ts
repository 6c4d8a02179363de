import type { Instant } from '../../../preload/contract/values.ts';

/** What a sender may still send at once; below 0 after something that cost more than there was. */
export type Bucket = { tokens: number; at: Instant };

/** A second's worth, one at least: a sender that rested does not burst. */
function capacityOf(perSecond: number): number {
  return Math.max(1, perSecond);
}

export function fullBucket(perSecond: number, nowAt: Instant): Bucket {
  return { tokens: capacityOf(perSecond), at: nowAt };
}

/** @returns as it stands at `nowAt`; a clock that went back gives nothing */
export function refilled({ tokens, at }: Bucket, perSecond: number, nowAt: Instant): Bucket {
  const gained = (Math.max(0, nowAt - at) * perSecond) / 1000;
  return { tokens: Math.min(capacityOf(perSecond), tokens + gained), at: nowAt };
}

/** Whether something may go now: one token is enough, what costs more is paid by whoever comes next. */
export function mayTake({ tokens }: Bucket): boolean {
  return tokens >= 1;
}

/** @param cost  messages, or segments of an SMS */
export function taken({ tokens, at }: Bucket, cost: number): Bucket {
  return { tokens: tokens - cost, at };
}

/** @returns when something may go again, whole ms */
export function nextTokenAt({ tokens, at }: Bucket, perSecond: number): Instant {
  return tokens >= 1 ? at : at + Math.ceil(((1 - tokens) * 1000) / perSecond);
}
