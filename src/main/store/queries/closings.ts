import type { Closings } from '../../../preload/contract/calendars.ts';
import { success } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { OpenTime } from '../../domain/calendar/open-time.ts';
import type { Query } from './read-context.ts';
import { stretchesOf } from './scope.ts';

/** A window that stays open asks again before this is over. */
const TOLD_MS = 30 * 24 * 3_600_000;

function closedIn(open: OpenTime, fromAt: Instant, untilAt: Instant): Closings['closed'] {
  const closed: { fromAt: Instant; untilAt: Instant | null }[] = [];
  for (const span of open.spans(fromAt, untilAt)) {
    if (span.kind !== 'closed') continue;
    const before = closed.at(-1);
    // The weekend and the holiday behind it are one closing.
    if (before?.untilAt === span.fromAt) before.untilAt = span.untilAt;
    else closed.push({ fromAt: span.fromAt, untilAt: span.untilAt });
  }
  const last = closed.at(-1);
  if (last?.untilAt === untilAt) last.untilAt = open.nextOpening(untilAt);
  return closed;
}

/** When the calendars that a window shows are closed. Rule: product.md, SLA 2 and 3. */
export const closings: Query<'closings'> = ({ calendarVersionIds }, { viewer, config, nowAt }) => {
  const seen = new Set(stretchesOf(viewer, undefined).map(({ organizationId }) => organizationId));
  const told = calendarVersionIds.flatMap((calendarVersionId): Closings[] => {
    const version = config.calendarVersion(calendarVersionId);
    const open = config.openTime(calendarVersionId);
    if (version === undefined || open === undefined || !seen.has(version.organizationId)) return [];
    const untilAt = nowAt + TOLD_MS;
    return [{ calendarVersionId, untilAt, closed: closedIn(open, nowAt, untilAt) }];
  });
  return success(told);
};
