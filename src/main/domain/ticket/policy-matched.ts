import type { Config, PolicyVersion } from '../config/config.ts';
import { currentCalendarVersion } from '../sla/calendars.ts';
import { matchPolicy } from '../sla/policy-match.ts';
import type { EngineEventId } from './engine-ids.ts';
import type { NewEvent } from './events.ts';
import type { TicketState } from './state.ts';

/** What calls for a match: `pinned` keeps the version of the calendar where the policy stays, `fresh` looks at both anew. */
export function callsFor(event: NewEvent): 'pinned' | 'fresh' | null {
  switch (event.kind) {
    case 'ticket_created':
    case 'unmarked_sensitive':
    case 'policy_reapplied':
      return 'fresh';
    case 'moved':
      return 'pinned';
    case 'ticket_updated': {
      const { kind, category, severity, priority } = event.body.patch;
      return [kind, category, severity, priority].some((value) => value !== undefined) ? 'pinned' : null;
    }
    default:
      return null;
  }
}

/** The policy and calendar that decide a ticket's deadlines when it is matched today; null for an unknown organization. */
export function matchOf(
  state: TicketState,
  config: Config,
): { version: PolicyVersion; calendarVersionId: string | null } | null {
  const organization = config.organization(state.organizationId);
  if (organization === undefined) return null;
  const version = matchPolicy(state, organization, config);
  return { version, calendarVersionId: currentCalendarVersion(version, config) };
}

/**
 * The policy match that an event calls for.
 * @returns null when it calls for none, or the ticket has that version already
 * Rule: product.md, SLA 1, 2 and 6: a policy or calendar that was edited counts for new tickets, unless it is re-applied.
 */
export function policyMatchFor(
  event: NewEvent,
  state: TicketState,
  config: Config,
  engineId: EngineEventId,
): NewEvent | null {
  const call = callsFor(event);
  const match = call === null ? null : matchOf(state, config);
  if (match === null) return null;
  const { version, calendarVersionId } = match;
  const isSame = version.id === state.policyVersionId;
  if (isSame && (call === 'pinned' || calendarVersionId === state.calendarVersionId)) return null;
  return {
    id: engineId(state.id, event.id, 'policy_matched', 0),
    ticketId: state.id,
    occurredAt: event.occurredAt,
    actorId: null,
    kind: 'policy_matched',
    body: { causeId: event.id, policyVersionId: version.id, calendarVersionId },
  };
}
