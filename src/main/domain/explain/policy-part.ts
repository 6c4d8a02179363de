import type { Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, PolicyVersion } from '../config/config.ts';
import { conditionFields } from '../sla/conditions.ts';
import { previewReapply } from '../sla/preview-reapply.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { callsFor } from '../ticket/policy-matched.ts';
import type { TicketState } from '../ticket/state.ts';
import { lastOf, type Step } from './history.ts';
import { calendarRef, isBuiltIn, namedIn, policyRef } from './refs.ts';
import { whyLost } from './why-lost.ts';

type PolicyPart = Derived['policy'];
type Since = NonNullable<PolicyPart['since']>;

/** What calls for a match, by the kind of its event. */
const causes: Partial<Record<TicketEvent['kind'], Since['cause']>> = {
  ticket_created: 'created',
  ticket_updated: 'changed',
  moved: 'moved',
  policy_reapplied: 'reapplied',
  unmarked_sensitive: 'unmarked',
};

function sinceOf(steps: readonly Step[]): Since | null {
  const matched = lastOf(steps, 'policy_matched');
  if (matched === undefined) return null;
  const cause = steps.find(({ event }) => event.id === matched.event.body.causeId)?.event;
  const patch = cause?.kind === 'ticket_updated' ? cause.body.patch : {};
  return {
    at: matched.event.occurredAt,
    cause: (cause === undefined ? undefined : causes[cause.kind]) ?? 'created',
    actorId: cause?.actorId ?? null,
    fields: conditionFields.filter((field) => patch[field] !== undefined),
  };
}

function whyItCounts(counts: PolicyVersion, current: readonly PolicyVersion[]): PolicyPart['why'] {
  if (!isBuiltIn(counts)) return namedIn(counts.match).length === 0 ? 'names_nothing' : 'names_fields';
  if (current.length === 0) return 'no_policies';
  return current.some(({ active }) => active) ? 'none_fits' : 'none_active';
}

function todayOf(state: TicketState, config: Config, nowAt: Instant): PolicyPart['today'] {
  const preview = previewReapply(state, config, nowAt);
  const versionId = preview?.to.policyVersionId ?? null;
  const version = versionId === null ? undefined : policyVersionOf(config, versionId);
  if (preview === null || version === undefined) return null;
  return {
    policy: policyRef(version),
    calendar: calendarRef(preview.to.calendarVersionId, config),
    deadlines: preview.deadlines,
    breachesNow: [...preview.breachesNow],
  };
}

/** Which policy decides the ticket, since when, why no other does, and what today's configuration would make of it. */
export function policyPart(state: TicketState, steps: readonly Step[], config: Config, nowAt: Instant): PolicyPart {
  const since = sinceOf(steps);
  const current = config.currentPolicies(state.organizationId);
  if (state.policyVersionId === null) return { counts: null, why: 'none', since, others: [], today: null };
  const winner = policyVersionOf(config, state.policyVersionId);
  const today = todayOf(state, config, nowAt);
  if (winner === undefined) return { counts: null, why: 'not_received', since, others: [], today };

  const matchedAt = steps.findLast(({ event }) => callsFor(event) !== null)?.event.occurredAt ?? state.createdAt;
  const others = current
    .filter(({ id }) => id !== winner.id)
    .map((policy) => ({ policy: policyRef(policy), lost: whyLost({ policy, winner, ticket: state, matchedAt }) }));
  return { counts: policyRef(winner), why: whyItCounts(winner, current), since, others, today };
}
