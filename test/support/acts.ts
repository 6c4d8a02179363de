import type { Config } from '../../src/main/domain/config/config.ts';
import { termsOf } from '../../src/main/domain/explanation/explanation-terms.ts';
import type { HumanEvent, TicketEvent } from '../../src/main/domain/ticket/events.ts';
import { city, cityTeam, hospital, HOUR, people, T0, uid, wardTeam } from './centre.ts';

/** Something that a person may do to a ticket, given what its log holds so far. */
export type Act = (log: Iterable<TicketEvent>, config: Config) => HumanEvent;

function lastRequest(log: Iterable<TicketEvent>): string {
  const requests = [...log].filter(({ kind }) => kind === 'explanation_requested');
  return requests.at(-1)?.id ?? uid(1);
}

function asked(ofUserId: string | null): Act {
  return (_log, config) => {
    const organization = config.organization(city);
    const terms = organization === undefined ? null : termsOf(organization, config);
    return { kind: 'explanation_requested', body: { ofUserId, ofName: 'somebody', question: 'why?', terms } };
  };
}

const plain: readonly HumanEvent[] = [
  ...(['open', 'in_progress', 'pending', 'resolved', 'closed'] as const).map((status): HumanEvent => ({
    kind: 'status_changed',
    body: { status, reason: '', disposition: null },
  })),
  { kind: 'status_changed', body: { status: 'resolved', reason: '', disposition: null, closesAt: T0 + 50 * HOUR } },
  ...(['low', 'medium', 'critical'] as const).map((severity): HumanEvent => ({
    kind: 'ticket_updated',
    body: { patch: { severity } },
  })),
  { kind: 'assigned', body: { assigneeId: people.otherAgent, teamId: cityTeam } },
  { kind: 'assigned', body: { assigneeId: null, teamId: null } },
  { kind: 'noted', body: { text: 'n' } },
  { kind: 'replied', body: { text: 'r' } },
  { kind: 'contact_wrote', body: { text: 'c' } },
  { kind: 'marked_sensitive', body: {} },
  { kind: 'unmarked_sensitive', body: { reason: 'x' } },
  { kind: 'stepped_down', body: { reason: 'x' } },
  { kind: 'policy_reapplied', body: {} },
  { kind: 'moved', body: { organizationId: hospital, teamId: wardTeam, assigneeId: people.agent } },
  { kind: 'moved', body: { organizationId: city, teamId: cityTeam, assigneeId: null } },
  { kind: 'merged', body: { intoTicketId: uid(8), intoNumber: 'WK-A-000008' } },
];

/** Everything that people may do to a ticket once it is there. */
export const acts: readonly Act[] = [
  ...plain.map(
    (event): Act =>
      () =>
        event,
  ),
  asked(people.agent),
  asked(null),
  (log) => ({ kind: 'explanation_answered', body: { requestId: lastRequest(log), text: 'x' } }),
  (log) => ({ kind: 'explanation_sent_back', body: { requestId: lastRequest(log), reason: 'x' } }),
  (log) => ({ kind: 'explanation_accepted', body: { requestId: lastRequest(log) } }),
];
