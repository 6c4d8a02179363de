import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { foldNewest } from '../ticket/fold.ts';
import { matchOf } from '../ticket/policy-matched.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import { policyVersionOf } from './system-defaults.ts';

type Side = { policyVersionId: string | null; policyName: string | null; calendarVersionId: string | null };

/** What re-applying today's policies and calendars would do to one ticket. */
export type ReapplyPreview = {
  number: string;
  from: Side;
  to: Side;
  /** Per target, epoch ms; null where none runs, stands still, or has been met. */
  deadlines: Readonly<Record<Target, { before: Instant | null; after: Instant | null }>>;
  /** Targets whose new deadline has passed: they would breach at once. */
  breachesNow: readonly Target[];
};

function sideOf(policyVersionId: string | null, calendarVersionId: string | null, config: Config): Side {
  const version = policyVersionId === null ? undefined : policyVersionOf(config, policyVersionId);
  return { policyVersionId, policyName: version?.name ?? null, calendarVersionId };
}

function unmetDueAt(state: TicketState, target: Target): Instant | null {
  const clock = state.clocks[target];
  if (clock.kind === 'running') return clock.dueAt;
  return clock.kind === 'breached' && clock.endedAt === null ? clock.dueAt : null;
}

/**
 * What an administrator sees before re-applying. Nothing is written.
 * @param nowAt  when it would be re-applied, epoch ms
 * @returns null where nothing would change: the ticket has ended, is sensitive, or has today's policy and calendar
 * Rule: product.md, SLA 2 and 6.
 */
export function previewReapply(state: TicketState, config: Config, nowAt: Instant): ReapplyPreview | null {
  const match = isEnded(state.status) || state.sensitive ? null : matchOf(state, config);
  if (match === null) return null;
  const { version, calendarVersionId } = match;
  if (version.id === state.policyVersionId && calendarVersionId === state.calendarVersionId) return null;
  const place = { ticketId: state.id, occurredAt: nowAt, at: Infinity, deskId: '', actorId: null, v: 1 } as const;
  const body = { causeId: '', policyVersionId: version.id, calendarVersionId };
  const matched: TicketEvent = { id: '', ...place, kind: 'policy_matched', body };
  const after = foldNewest(state, matched, config);
  const deadline = (target: Target) => ({ before: unmetDueAt(state, target), after: unmetDueAt(after, target) });
  return {
    number: state.number,
    from: sideOf(state.policyVersionId, state.calendarVersionId, config),
    to: sideOf(version.id, calendarVersionId, config),
    deadlines: {
      response: deadline('response'),
      next_response: deadline('next_response'),
      resolution: deadline('resolution'),
    },
    breachesNow: targets.filter((target) => {
      const clock = after.clocks[target];
      return clock.kind === 'running' && clock.dueAt <= nowAt;
    }),
  };
}
