import type { Directory } from '../../../preload/contract/people.ts';
import type { ExplanationView, QueueRow, TicketView } from '../../../preload/contract/tickets.ts';
import { clockJson, instantJson } from './words.ts';

/** One row of `wk ticket list --json`; form in docs/command-line.md, only ever added to. */
export function rowJson(row: QueueRow): Record<string, unknown> {
  return {
    number: row.number,
    id: row.id,
    organization_id: row.organizationId,
    subject: row.subject,
    kind: row.kind,
    category: row.category,
    severity: row.severity,
    priority: row.priority,
    status: row.status,
    sensitive: row.sensitive,
    team_id: row.teamId,
    assignee_id: row.assigneeId,
    level: row.level,
    created_at: instantJson(row.createdAt),
    due_at: instantJson(row.dueAt),
    clocks: {
      response: clockJson(row.clocks.response),
      next_response: clockJson(row.clocks.next_response),
      resolution: clockJson(row.clocks.resolution),
    },
  };
}

/** `wk ticket show --json`: the row, what else the ticket has, and its timeline. */
export function ticketJson(view: TicketView, directory: Directory): Record<string, unknown> {
  const named = names(directory);
  return {
    ...rowJson(view),
    organization: named.organization(view.organizationId),
    team: named.team(view.teamId),
    assignee: named.user(view.assigneeId),
    description: view.description,
    disposition: view.disposition,
    contact: view.contact,
    place: view.place,
    referral: view.referral,
    policy: view.policyName,
    escalation: {
      level: view.escalation.level,
      at: instantJson(view.escalation.at),
      reason: view.escalation.reason,
      acknowledged_until: instantJson(view.escalation.acknowledgedUntil),
      awaiting_target: view.escalation.awaitingTarget,
    },
    resolved_at: instantJson(view.resolvedAt),
    closed_at: instantJson(view.closedAt),
    next_at: instantJson(view.nextAt),
    explanations: view.explanations.map((explanation) => explanationJson(explanation, named)),
    timeline: view.timeline.map((entry) => ({
      id: entry.eventId,
      kind: entry.kind,
      occurred_at: instantJson(entry.occurredAt),
      recorded_at: instantJson(entry.recordedAt),
      actor: named.user(entry.actorId),
      effect: entry.effect,
      body: entry.body,
    })),
  };
}

/** An explanation that was asked for; `owed_by` null for a person without an account. */
function explanationJson(view: ExplanationView, named: ReturnType<typeof names>): Record<string, unknown> {
  return {
    id: view.id,
    asked_by: named.user(view.askedById),
    asked_at: instantJson(view.askedAt),
    of: view.ofName,
    has_account: view.ofUserId !== null,
    question: view.question,
    status: view.status,
    owed_by: named.user(view.owedById),
    level: view.level,
    clock: clockJson(view.clock),
    steps: view.steps.map((step) => ({
      kind: step.kind,
      at: instantJson(step.at),
      ...('byId' in step ? { by: named.user(step.byId) } : { outcome: step.outcome }),
      ...(step.kind === 'climbed' ? { level: step.level, to: named.user(step.toUserId) } : {}),
      ...(step.kind === 'reminded' ? { to: step.toIds.map((id) => named.user(id)) } : {}),
      ...(step.kind === 'answered' ? { text: step.text } : {}),
      ...(step.kind === 'sent_back' ? { reason: step.reason } : {}),
    })),
  };
}

/** Names for ids; null for nobody, and for one that the reader may not see. */
export function names(
  directory: Directory,
): Record<'organization' | 'team' | 'user', (id: string | null) => string | null> {
  const organizations = new Map(directory.organizations.map(({ id, name }) => [id, name]));
  const teams = new Map(directory.teams.map(({ id, name }) => [id, name]));
  const users = new Map(directory.users.map(({ id, displayName }) => [id, displayName]));
  return {
    organization: (id) => organizations.get(id ?? '') ?? null,
    team: (id) => teams.get(id ?? '') ?? null,
    user: (id) => users.get(id ?? '') ?? null,
  };
}
