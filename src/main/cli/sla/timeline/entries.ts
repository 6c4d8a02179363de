import { targets } from '../../../../preload/contract/values.ts';
import type { Clocks } from '../../../../preload/contract/tickets.ts';
import type { EventKind, EventOf, Outcome } from '../../../domain/ticket/events.ts';
import type { TicketRun } from '../../../domain/ticket/ticket-run.ts';
import { writeInstant } from '../instant-text.ts';
import type { TimelineEntry } from './answer.ts';
import type { TimelineQuestion } from './question.ts';

type Rules = TimelineQuestion['rules'];
type Tell<K extends EventKind> = (event: EventOf<K>, rules: Rules) => TimelineEntry;

function roleOf(ruleVersionId: string | null, rules: Rules): string {
  return rules.find((_rule, n) => `rule ${n}` === ruleVersionId)?.target ?? '';
}

function untold(outcome: Outcome): Pick<TimelineEntry, 'skipped' | 'reason'> {
  return outcome === 'sent' ? {} : { skipped: true, reason: outcome };
}

/** What the engine did; other events leave no line. */
const tells: { readonly [K in EventKind]?: Tell<K> } = {
  warned: ({ occurredAt, body }) => ({
    at: writeInstant(occurredAt),
    kind: 'warning',
    target: body.target,
    ...untold(body.outcome),
  }),
  reminded: ({ occurredAt, body }) => ({
    at: writeInstant(occurredAt),
    kind: 'reminder',
    target: body.target,
    ...untold(body.outcome),
  }),
  breached: ({ occurredAt, body }) => ({ at: writeInstant(occurredAt), kind: 'breach', target: body.target }),
  escalated: ({ occurredAt, body }, rules) => ({
    at: writeInstant(occurredAt),
    kind: 'escalation',
    level: body.level,
    target: roleOf(body.ruleVersionId, rules),
  }),
  escalation_skipped: ({ occurredAt, body: { level, why, ruleVersionId } }, rules) => ({
    at: writeInstant(occurredAt),
    kind: 'escalation',
    level,
    target: roleOf(ruleVersionId, rules),
    ...(why === 'overtaken' ? { overtaken: true as const } : { skipped: true as const, reason: why }),
  }),
};

/** Targets that an event met in time. */
function metBy(before: Clocks | null, after: Clocks): TimelineEntry[] {
  return targets.flatMap((target): TimelineEntry[] => {
    const clock = after[target];
    if (clock.kind !== 'met' || before?.[target].kind === 'met') return [];
    return [{ at: writeInstant(clock.metAt), kind: 'met', target }];
  });
}

/** Everything that the clocks brought about, in the order in which it came to pass. */
export function entriesOf({ happened }: TicketRun, rules: Rules): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let before: Clocks | null = null;
  for (const { event, state } of happened) {
    entries.push(...metBy(before, state.clocks));
    before = state.clocks;
    const tell = tells[event.kind] as Tell<EventKind> | undefined;
    if (tell !== undefined) entries.push(tell(event, rules));
  }
  return entries;
}
