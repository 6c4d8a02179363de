import type { RuleStanding } from '../../../preload/contract/explain-rules.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, RuleVersion } from '../config/config.ts';
import type { EventOf, SkipReason } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { hasEffect, lastOf, type Step } from './history.ts';
import { isOfRule } from './refs.ts';
import { vacancyOf } from './vacancy.ts';

type Lookup = { state: TicketState; steps: readonly Step[]; config: Config; nowAt: Instant };
/** What a rule that came due came to. */
export type Act = EventOf<'escalated'> | EventOf<'escalation_skipped'>;

/** The higher level that acted in the same look. */
export function overtakenBy(act: Act, events: readonly Act[]): number | null {
  const { level, noticedAt } = act.body;
  const higher = events.filter(({ id, body }) => id !== act.id && body.noticedAt === noticedAt && body.level > level);
  return higher.reduce<number | null>((top, { body }) => Math.max(top ?? 0, body.level), null);
}

export function isAct(event: { kind: string }): event is Act {
  return event.kind === 'escalated' || event.kind === 'escalation_skipped';
}

function fired(rule: RuleVersion, { steps, config }: Lookup): RuleStanding | null {
  const step = lastOf(steps, 'escalated', ({ event }) => isOfRule(rule, event.body.ruleVersionId, config));
  if (step === undefined) return null;
  const { id: eventId, occurredAt: at, body } = step.event;
  const { noticedAt, targetUserId: toUserId, formerAssigneeId } = body;
  return { kind: 'fired', at, noticedAt, eventId, toUserId, formerAssigneeId };
}

/** What became of a rule that came due and did not act; null when the log no longer shows it. */
function skipped(rule: RuleVersion, why: SkipReason, { state, steps, config, nowAt }: Lookup): RuleStanding | null {
  const step = lastOf(
    steps,
    'escalation_skipped',
    ({ event: { body } }) => body.why === why && isOfRule(rule, body.ruleVersionId, config),
  );
  if (step === undefined) return null;
  const { event, before } = step;
  const noticed = { at: event.occurredAt, noticedAt: event.body.noticedAt, eventId: event.id };
  const acts = steps.filter(hasEffect).flatMap((each) => (isAct(each.event) ? [each.event] : []));
  switch (why) {
    case 'already_holds':
      return { kind: 'held', ...noticed, userId: before.assigneeId };
    case 'overtaken':
      return { kind: 'overtaken', ...noticed, byLevel: overtakenBy(event, acts) };
    case 'nobody': {
      const { acknowledgedUntil } = state.escalation;
      const heldUntil = acknowledgedUntil !== null && acknowledgedUntil > nowAt ? acknowledgedUntil : null;
      return { kind: 'waiting', ...noticed, vacancy: vacancyOf(rule.target, state, nowAt, config), heldUntil };
    }
  }
}

/** What the log shows of a rule in this cycle; null when it has not come due, or the log no longer shows what came of it. */
export function pastOf(rule: RuleVersion, lookup: Lookup): RuleStanding | null {
  const outcome = lookup.state.escalation.outcomes[rule.ruleId];
  if (outcome === undefined) return null;
  return outcome === 'fired' ? fired(rule, lookup) : skipped(rule, outcome, lookup);
}
