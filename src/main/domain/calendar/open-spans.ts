import type { Instant } from '../../../preload/contract/values.ts';
import { yearOf, yearStartAt } from './civil-time.ts';
import type { Span } from './open-time.ts';
import type { WallHours } from './wall-hours.ts';
import type { OffsetStretch, ZoneOffsets } from './zone-offsets.ts';

/** @returns see `OpenTime.spans` */
export function* openSpans(hours: WallHours, zone: ZoneOffsets, fromAt: Instant, untilAt: Instant): Generator<Span> {
  for (const part of offsetsBetween(zone, fromAt, untilAt)) {
    if (part.changeMs !== 0) yield { kind: 'clock_change', at: part.fromAt, byMs: part.changeMs };
    yield* spansOfPart(hours, part);
  }
}

type OffsetPart = OffsetStretch & { untilAt: Instant; changeMs: number };

function* offsetsBetween(zone: ZoneOffsets, fromAt: Instant, untilAt: Instant): Generator<OffsetPart> {
  let part: OffsetPart | null = null;
  for (let year = yearOf(fromAt); yearStartAt(year) < untilAt; year += 1) {
    for (const stretch of zone.inYear(year)) {
      if (stretch.fromAt >= untilAt) break;
      if (part === null || stretch.fromAt <= fromAt) {
        part = { fromAt, untilAt, offsetMs: stretch.offsetMs, changeMs: 0 };
      } else if (stretch.offsetMs !== part.offsetMs) {
        yield { ...part, untilAt: stretch.fromAt };
        part = { ...stretch, untilAt, changeMs: stretch.offsetMs - part.offsetMs };
      }
    }
  }
  if (part !== null && fromAt < untilAt) yield part;
}

function* spansOfPart(hours: WallHours, part: OffsetPart): Generator<Span> {
  let at = part.fromAt;
  while (at < part.untilAt) {
    const fromAt = at;
    const { open, because } = hours.stretchAt(at + part.offsetMs);
    // A week's stretches end with the week; what goes on beyond it is one.
    while (at < part.untilAt) {
      const next = hours.stretchAt(at + part.offsetMs);
      if (next.open !== open || next.because !== because) break;
      at = Math.min(part.untilAt, next.untilMs - part.offsetMs);
    }
    yield { kind: open ? 'open' : 'closed', fromAt, untilAt: at, because };
  }
}
