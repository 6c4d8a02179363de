import type { Instant, Status, Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { clockOf, noClock, settle } from '../sla/clocks.ts';
import { endedStops, withStop } from '../sla/running-time.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import { notEscalated, runsFrom } from './new-ticket.ts';
import type { Stop, TicketState } from './state.ts';
import { isEnded } from './status-moves.ts';

const everyTarget: readonly Target[] = ['response', 'next_response', 'resolution'];

function without<K extends string, V>(record: Partial<Record<K, V>>, key: K): Partial<Record<K, V>> {
  const { [key]: _dropped, ...rest } = record;
  return rest as Partial<Record<K, V>>;
}

/**
 * Staff answered the contact: the response target is met or missed, and no message waits any longer. After an ending no
 * clock runs: nothing is met or missed by an answer then, and nothing of it is owed once the ticket is reopened.
 */
export function answered(state: TicketState, at: Instant, config: Config): TicketState {
  const settled = { ...state.settled };
  if (isEnded(state.status)) {
    if (state.unanswered !== null) settled.next_response = noClock;
    const settledByEnding = state.settledByEnding.filter((target) => target !== 'response');
    return { ...state, settled, settledByEnding, unanswered: null };
  }
  settled.response ??= settle('response', state, config, at);
  if (state.unanswered !== null) settled.next_response = settle('next_response', state, config, at);
  return { ...state, settled, unanswered: null };
}

/**
 * A person's first move out of `open` answers the response target where the policy says so; where the engine has escalated
 * the ticket before anybody moved it, out of that. Rule: product.md, SLA 5.
 */
export function answeredByMove(
  state: TicketState,
  move: { at: Instant; byPerson: boolean },
  config: Config,
): TicketState {
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const isUnmoved = state.status === 'open' || state.status === 'escalated';
  if (!move.byPerson || !isUnmoved || policy?.firstMoveIsResponse !== true) return state;
  const response = state.settled.response ?? settle('response', state, config, move.at);
  return { ...state, settled: { ...state.settled, response } };
}

/** A contact's message starts the next response clock, unless an earlier one still waits. Rule: product.md, SLA 2. */
export function awaitingAnswer(state: TicketState, message: { id: string; at: Instant }): TicketState {
  if (state.unanswered !== null) return state;
  return {
    ...state,
    unanswered: { eventId: message.id, at: message.at },
    settled: without(state.settled, 'next_response'),
    breaches: without(state.breaches, 'next_response'),
    warned: without(state.warned, 'next_response'),
    runs: { ...state.runs, next_response: message.id },
  };
}

/** Resolved or closed: every clock ends, and what was not answered by then is cancelled. Rule: product.md, SLA 5. */
export function ended(state: TicketState, at: Instant, config: Config): TicketState {
  const settled = { ...state.settled };
  const settledByEnding = everyTarget.filter((target) => settled[target] === undefined);
  settled.resolution ??= settle('resolution', state, config, at);
  for (const target of ['response', 'next_response'] as const) {
    const breach = state.breaches[target];
    settled[target] ??=
      breach === undefined
        ? noClock
        : { kind: 'breached', dueAt: breach.dueAt, noticedAt: breach.noticedAt, endedAt: at };
  }
  return { ...state, settled, settledByEnding, unanswered: null };
}

/** Over, and nobody knows since when: no clock is met or missed by it. */
export function endedUndated(state: TicketState, config: Config): TicketState {
  const resolution = state.settled.resolution ?? clockOf('resolution', state, config);
  const dueAt = 'dueAt' in resolution ? resolution.dueAt : null;
  const settled = {
    ...state.settled,
    response: state.settled.response ?? noClock,
    next_response: state.settled.next_response ?? noClock,
    resolution: resolution.kind === 'none' ? noClock : ({ kind: 'ended', dueAt } as const),
  };
  const settledByEnding = everyTarget.filter((target) => state.settled[target] === undefined);
  return { ...state, settled, settledByEnding, unanswered: null };
}

/** Clocks from the start again, as after unmarking a sensitive ticket. A message that still waits has waited since then. */
export function restarted(
  state: TicketState,
  event: { id: string; occurredAt: Instant },
  targets: readonly Target[],
): TicketState {
  return {
    ...state,
    cycle: { id: event.id, startedAt: event.occurredAt, targets },
    matchedAt: null,
    historyUntil: null,
    // Explanations still count the time in which the ticket had ended; no clock of the new cycle reaches back to it.
    stops: endedStops(state.stops),
    unanswered: state.unanswered === null ? null : { ...state.unanswered, at: event.occurredAt },
    breaches: {},
    warned: {},
    reminders: [],
    settled: {},
    settledByEnding: [],
    runs: runsFrom(event.id),
    escalation: notEscalated,
  };
}

/** An ended ticket lives again: the clock resumes, or a new cycle of resolution alone begins. Rule: product.md, SLA 5. */
export function reopened(state: TicketState, event: { id: string; occurredAt: Instant }, config: Config): TicketState {
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const fromAt = state.resolvedAt ?? state.closedAt ?? event.occurredAt;
  const stop: Stop = { fromAt, untilAt: event.occurredAt, affects: everyTarget, why: 'ended' };
  const stops = withStop(
    state.stops.map((open) => closedStop(open, fromAt)),
    stop,
  );
  if (policy?.reopening === 'new_cycle') {
    const { response } = state.settled;
    const fresh = restarted({ ...state, stops }, event, ['resolution']);
    return response === undefined ? fresh : { ...fresh, settled: { response } };
  }
  // No message waits after an ending: its clock has nothing to go on with.
  const resumed = state.settledByEnding.filter((target) => target !== 'next_response');
  return {
    ...state,
    stops,
    settled: resumed.reduce(without, state.settled),
    settledByEnding: [],
    runs: runsFrom(event.id),
  };
}

function closedStop(stop: Stop, at: Instant): Stop {
  return stop.untilAt === null ? { ...stop, untilAt: at } : stop;
}

/**
 * Stops the clocks that the policy names while the ticket stands in a pausing status, and sets them running when it
 * leaves it. Rule: product.md, SLA 4.
 */
export function standingIn(
  state: TicketState,
  status: Status,
  event: { id: string; occurredAt: Instant },
  config: Config,
): TicketState {
  const policy = state.policyVersionId === null ? undefined : policyVersionOf(config, state.policyVersionId);
  const standing = state.stops.find((stop) => stop.untilAt === null);
  const pauses = policy?.pauseStatuses.includes(status) === true;
  if (standing === undefined && !pauses) return state;
  if (standing !== undefined && pauses && sameTargets(standing.affects, policy.pausesAffect)) return state;

  const at = event.occurredAt;
  const closed = standing === undefined ? state.stops : state.stops.map((stop) => closedStop(stop, at));
  const stops = pauses
    ? withStop(closed, { fromAt: at, untilAt: null, affects: policy.pausesAffect, why: 'status' })
    : closed;
  const runs = { ...state.runs };
  for (const target of standing?.affects ?? []) runs[target] = event.id;
  return { ...state, stops, runs };
}

/** Any change of status goes this way: a stop is open exactly while the ticket stands in a pausing status. */
export function movedTo(
  state: TicketState,
  status: Status,
  event: { id: string; occurredAt: Instant },
  config: Config,
): TicketState {
  return { ...standingIn(state, status, event, config), status };
}

function sameTargets(a: readonly Target[], b: readonly Target[]): boolean {
  return a.length === b.length && a.every((target) => b.includes(target));
}
