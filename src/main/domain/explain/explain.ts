import type { TargetPart } from '../../../preload/contract/explain-clocks.ts';
import type { Derivation, Derived } from '../../../preload/contract/explain.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { foldNewest } from '../ticket/fold.ts';
import type { TicketState } from '../ticket/state.ts';
import { changesOf } from './changes.ts';
import { explanationParts } from './explanation-parts.ts';
import { forecast } from './forecast.ts';
import { hasEffect, historyOf, lastOf, type Step } from './history.ts';
import { policyPart } from './policy-part.ts';
import { startedBy, targetParts } from './reckoning.ts';
import { ruleParts } from './rules-part.ts';
import { tellingParts } from './tellings.ts';

/** Which standing of a clock matters most, the first of all. Between deadlines the earliest does. */
const byImportance = ['deadline', 'paused', 'over'] as const;

function importanceOf({ clock }: TargetPart): (typeof byImportance)[number] | null {
  if (clock.kind === 'none') return null;
  if (clock.kind === 'paused') return 'paused';
  return clock.kind === 'running' || (clock.kind === 'breached' && clock.endedAt === null) ? 'deadline' : 'over';
}

/** Of deadlines the earliest; of what is over the resolution, which ends a ticket. */
function leadingOf(parts: readonly TargetPart[]): Target | null {
  const dueAt = ({ clock }: TargetPart): Instant => ('dueAt' in clock ? (clock.dueAt ?? Infinity) : Infinity);
  for (const importance of byImportance) {
    const found = parts.filter((part) => importanceOf(part) === importance);
    const [first] = importance === 'deadline' ? found.sort((a, b) => dueAt(a) - dueAt(b)) : found.reverse();
    if (first !== undefined) return first.target;
  }
  return null;
}

/** The ticket if it were set going again now; null while no clock stands still. */
function resumedNow(state: TicketState, config: Config, nowAt: Instant): TicketState | null {
  if (state.stops.every(({ untilAt }) => untilAt !== null)) return null;
  const place = { ticketId: state.id, occurredAt: nowAt, at: Infinity, deskId: '', actorId: null, v: 1 } as const;
  const body = { status: 'in_progress', reason: '', disposition: null } as const;
  return foldNewest(state, { id: '', ...place, kind: 'status_changed', body }, config);
}

function escalationOf({ escalation }: TicketState, steps: readonly Step[]): Derived['escalation'] {
  const { level, at, acknowledgedUntil } = escalation;
  const last = level === 0 ? undefined : lastOf(steps, 'escalated')?.event;
  const byHand =
    last?.body.ruleVersionId === null
      ? { actorId: last.actorId, toUserId: last.body.targetUserId, reason: last.body.reason }
      : null;
  return { level, at, acknowledgedUntil, byHand };
}

/** What the engine recorded and the merged history does not yield. Rule: product.md, Escalation 5. */
function withoutEffect(steps: readonly Step[]): Derived['withoutEffect'] {
  return steps.flatMap((step) => {
    const { event } = step;
    if (hasEffect(step) || event.actorId !== null || !('noticedAt' in event.body)) return [];
    return [
      {
        eventId: event.id,
        kind: event.kind,
        at: event.occurredAt,
        noticedAt: event.body.noticedAt,
        target: 'target' in event.body ? event.body.target : null,
        level: 'level' in event.body ? event.body.level : null,
      },
    ];
  });
}

/**
 * Why a ticket's deadlines, warnings, reminders and escalations are as they are, came, will come or will not: all of it as
 * codes and values, derived from its events and the configuration by the rules that brought it about.
 * @param state  the ticket as `log` makes it
 * @param log  its events, in any order
 * @param nowAt  epoch ms: what is still to come is foretold from here
 * @returns `excluded` and nothing else for a sensitive ticket
 * Rule: product.md, Beyond both: Explain; SLA 10.
 */
export function explain(state: TicketState, log: readonly TicketEvent[], config: Config, nowAt: Instant): Derivation {
  const ofTicket = { ticketId: state.id, number: state.number, nowAt };
  if (state.sensitive) return { kind: 'excluded', ...ofTicket };
  const steps = historyOf(log, config);
  const given = { state, steps, config, nowAt, ahead: forecast(log, state, config, nowAt) };
  const targets = targetParts(given);
  const derived = {
    ...ofTicket,
    timezone: config.organization(state.organizationId)?.timezone ?? 'UTC',
    status: state.status,
    assigneeId: state.assigneeId,
    cycle: { startedAt: state.cycle.startedAt, startedBy: startedBy(state, steps) },
    leading: leadingOf(targets),
    policy: policyPart(state, steps, config, nowAt),
    targets,
    tellings: tellingParts({ ...given, resumed: resumedNow(state, config, nowAt) }),
    escalation: escalationOf(state, steps),
    rules: ruleParts(given),
    explanations: explanationParts(given),
    withoutEffect: withoutEffect(steps),
  };
  return { kind: 'derived', ...derived, changes: changesOf(derived) };
}
