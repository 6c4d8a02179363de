import type { Config } from '../config/config.ts';
import { matchPolicy } from '../sla/policy-match.ts';
import { engineEventId } from './engine-ids.ts';
import type { NewEvent } from './events.ts';
import type { TicketState } from './state.ts';

function asksForMatch(event: NewEvent): boolean {
  switch (event.kind) {
    case 'ticket_created':
    case 'unmarked_sensitive':
      return true;
    case 'ticket_updated': {
      const { patch } = event.body;
      return [patch.kind, patch.category, patch.severity, patch.priority].some((value) => value !== undefined);
    }
    default:
      return false;
  }
}

/**
 * The policy match that an event calls for.
 * @returns null when it calls for none, or the ticket has that version already
 * Rule: product.md, SLA 1 and 6.
 */
export function policyMatchFor(event: NewEvent, state: TicketState, config: Config): NewEvent | null {
  const organization = config.organization(state.organizationId);
  if (!asksForMatch(event) || organization === undefined) return null;
  const version = matchPolicy(state, organization, config);
  if (version.id === state.policyVersionId) return null;
  return {
    id: engineEventId(state.id, event.id, 'policy_matched', 0),
    ticketId: state.id,
    occurredAt: event.occurredAt,
    actorId: null,
    kind: 'policy_matched',
    body: { causeId: event.id, policyVersionId: version.id },
  };
}
