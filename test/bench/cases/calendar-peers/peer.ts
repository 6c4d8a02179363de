import type { BusinessHours } from '../../../../src/main/domain/calendar/business-hours.ts';

/** Something that reckons business time. All in epoch ms and ms; its process has `TZ` set to the calendar's zone. */
export type Peer = {
  add(start: number, openMs: number): number | null;
  between(start: number, end: number): number;
};

/** Made from a calendar with two intervals on each working day and holidays; nothing else is asked of a peer. */
export type MakePeer = (hours: BusinessHours) => Peer;
