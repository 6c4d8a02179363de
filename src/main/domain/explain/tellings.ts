import type { TellingPart } from '../../../preload/contract/explain-tellings.ts';
import { targets, type Target } from '../../../preload/contract/values.ts';
import type { Config, PolicyVersion } from '../config/config.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import { reminderSpansOf } from '../sla/told-before.ts';
import type { TicketState } from '../ticket/state.ts';
import { dueBy, isOf, type Asked, type Lookup, type Telling } from './asked-telling.ts';
import { hasEffect, type Step } from './history.ts';
import { decidingState } from './reckoning.ts';
import { seatsOf } from './seats.ts';
import { foretoldStanding, recordedStanding } from './telling-standing.ts';
import { whyNotTold } from './why-not-told.ts';

/** What was due in the same look and made it old news. */
function behindOf({ event, after }: Step, asked: Asked, steps: readonly Step[]) {
  const { noticedAt } = (event as Telling).body;
  const later = steps.filter((step) => {
    if (!hasEffect(step) || step.after.cycle.id !== after.cycle.id) return false;
    const { kind, body } = step.event;
    if (kind === 'breached') return body.target === asked.target && body.noticedAt === noticedAt;
    if (kind !== 'reminded' || body.noticedAt !== noticedAt || step.event.id === event.id) return false;
    return asked.kind === 'reminder' ? body.nth > (asked.nth ?? 0) : asked.target === 'resolution';
  });
  const last = later.at(-1)?.event;
  return last === undefined
    ? null
    : { kind: last.kind === 'breached' ? ('breach' as const) : ('reminder' as const), at: last.occurredAt };
}

/** The same as the policy of another time asks for it. */
function askedBy(policyVersionId: string | null, asked: Asked, config: Config): Asked {
  const policy = policyVersionId === null ? undefined : policyVersionOf(config, policyVersionId);
  if (policy === undefined) return asked;
  if (asked.kind === 'warning') return warningOf(asked.target, policy);
  return { ...asked, beforeMs: asked.nth === null ? null : (reminderSpansOf(policy)[asked.nth - 1] ?? null) };
}

/** One that the log holds, as it was asked for then. */
function recorded({ event, before }: Step<Telling['kind']>, step: Step, asked: Asked, given: Lookup): TellingPart {
  const { steps, config } = given;
  const then = askedBy(before.policyVersionId, asked, config);
  const behind = () => behindOf(step, asked, steps);
  const standing = recordedStanding(event, behind, () => seatsOf(before, config));
  return { ...then, at: event.occurredAt, moved: dueBy(then, before, config).moved, standing };
}

function partOf(asked: Asked, given: Lookup): TellingPart {
  const { state, steps, ahead, config, nowAt } = given;
  const known =
    asked.kind === 'warning' ? state.warned[asked.target] : state.reminders.find(({ nth }) => nth === asked.nth);
  const step = known === undefined ? undefined : steps.find(({ event }) => event.id === known.eventId);
  if (step !== undefined && isOf(asked, step.event))
    return recorded({ ...step, event: step.event }, step, asked, given);

  const { at, moved } = dueBy(asked, decidingState(asked.target, steps, config), config);
  const next = ahead.happened.find(({ event }) => isOf(asked, event))?.event;
  if (next !== undefined && isOf(asked, next)) {
    const standing = foretoldStanding(next, nowAt, () => seatsOf(state, config));
    return { ...asked, at: next.occurredAt, moved, standing };
  }
  const isAsked = asked.kind === 'warning' ? asked.percent !== null : asked.nth !== null;
  if (!isAsked) return { ...asked, at: null, moved: null, standing: { kind: 'will_not', why: 'policy_has_none' } };
  return { ...asked, at, moved, standing: whyNotTold(asked, at, given) };
}

function warningOf(target: Target, { warnPercent }: PolicyVersion): Asked {
  const isOn = warnPercent > 0 && warnPercent < 100;
  return { kind: 'warning', target, nth: null, percent: isOn ? warnPercent : null, beforeMs: null };
}

/** Those of the policy's list, and those that were recorded under another. */
function remindersOf(policy: PolicyVersion, state: TicketState): Asked[] {
  const spans = reminderSpansOf(policy);
  const known = Math.max(spans.length, ...state.reminders.map(({ nth }) => nth));
  const reminder = { kind: 'reminder', target: 'resolution', percent: null } as const;
  if (known === 0) return [{ ...reminder, nth: null, beforeMs: null }];
  return Array.from({ length: known }, (_, index) => ({ ...reminder, nth: index + 1, beforeMs: spans[index] ?? null }));
}

/** The policy that a target of this cycle is counted by: of what is answered or missed, that of the time. */
function policyFor(target: Target, { state, steps, config }: Lookup): PolicyVersion | undefined {
  const waits = target !== 'next_response' || state.clocks[target].kind !== 'none';
  if (!waits || !state.cycle.targets.includes(target)) return undefined;
  const { policyVersionId } = decidingState(target, steps, config) ?? state;
  const policy = policyVersionId === null ? undefined : policyVersionOf(config, policyVersionId);
  return (policy?.targetSeconds[target] ?? null) === null ? undefined : policy;
}

/**
 * Every warning and reminder of the running cycle: sent, missed, without anybody to send to, still to come, or why not.
 * Rule: product.md, SLA 7, 8 and 11.
 */
export function tellingParts(given: Lookup): TellingPart[] {
  return targets.flatMap((target) => {
    const policy = policyFor(target, given);
    if (policy === undefined) return [];
    const warning = warningOf(target, policy);
    const asked = target === 'resolution' ? [warning, ...remindersOf(policy, given.state)] : [warning];
    return asked.map((each) => partOf(each, given));
  });
}
