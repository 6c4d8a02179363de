import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { Engine, QuestionOf } from '../sla/engine.ts';
import { nextOf, plan, type Plan } from '../sla/planner.ts';
import { owed } from '../sla/work-off.ts';
import type { EngineEventId } from './engine-ids.ts';
import type { NewEvent, TicketEvent } from './events.ts';
import { foldNewest, foldTicket } from './fold.ts';
import { policyMatchFor } from './policy-matched.ts';
import type { TicketState } from './state.ts';

/** Gives an event its place in the log: `at`, `deskId` and `v`. */
export type Stamp = (event: NewEvent) => TicketEvent;

/** One ticket while events are added to it: each is folded at once, and what is planned is worked out once per state. */
export class TicketRun {
  state: TicketState | null;
  readonly added: TicketEvent[] = [];
  /** Each added event with the ticket as it stood before it, null where it was not there, and after it. */
  readonly happened: { event: TicketEvent; before: TicketState | null; state: TicketState }[] = [];
  readonly #log: readonly TicketEvent[];
  readonly #known = new Set<string>();
  readonly #config: Config;
  readonly #stamp: Stamp;
  readonly #engineId: EngineEventId;
  readonly #questionOf: QuestionOf | undefined;
  #plan: Plan | null = null;

  /** @param log  the ticket's events so far, in any order; empty for a new ticket */
  constructor(
    log: readonly TicketEvent[],
    parts: { config: Config; stamp: Stamp; engineId: EngineEventId; questionOf?: QuestionOf | undefined },
  ) {
    this.#log = log;
    this.#config = parts.config;
    this.#stamp = parts.stamp;
    this.#engineId = parts.engineId;
    this.#questionOf = parts.questionOf;
    for (const { id } of log) this.#known.add(id);
    this.state = log.length === 0 ? null : foldTicket(log, parts.config);
  }

  /** What a person did, and the policy match that it calls for. */
  add(event: NewEvent): void {
    this.#append(event);
    const matched = this.state === null ? null : policyMatchFor(event, this.state, this.#config, this.#engineId);
    if (matched !== null) this.#append(matched);
  }

  /** Does what is owed until nothing is. @param nowAt  when the engine looks, kept beside the true instants */
  workOff(isDue: (at: Instant) => boolean, nowAt: Instant): void {
    const engine: Engine = { nowAt, config: this.#config, engineId: this.#engineId, questionOf: this.#questionOf };
    const isKnown = (id: string): boolean => this.#known.has(id);
    while (this.state !== null) {
      const events = owed(this.state, this.#planned(this.state), isDue, isKnown, engine);
      if (events.length === 0) return;
      for (const event of events) this.#append(event);
    }
  }

  /**
   * Works off what is owed at each planned instant, as a desk does that is never closed.
   * @param fromAt  looks here first, as those whose doing came in at this instant have all done it by now
   * @param beforeAt  epoch ms, exclusive
   * @returns the instant of the last look
   */
  live(fromAt: Instant, beforeAt: Instant): Instant {
    let nowAt = fromAt;
    for (let at: Instant | null = fromAt; at !== null && at < beforeAt; at = this.next(at).nextAt) {
      const lookAt = at;
      this.workOff((dueAt) => dueAt <= lookAt, lookAt);
      nowAt = lookAt;
    }
    return nowAt;
  }

  /** When the engine has to look again after `afterAt`, see `nextInstant`. */
  next(afterAt: Instant): { nextAt: Instant | null; awaitingTarget: boolean } {
    if (this.state === null) return { nextAt: null, awaitingTarget: false };
    return nextOf(this.#planned(this.state), this.state, this.#config, afterAt);
  }

  #planned(state: TicketState): Plan {
    this.#plan ??= plan(state, this.#config);
    return this.#plan;
  }

  #append(event: NewEvent): void {
    const stamped = this.#stamp(event);
    this.added.push(stamped);
    this.#known.add(event.id);
    this.#plan = null;
    const before = this.state;
    // An undo changes what came before, so all is folded again; anything else only adds to the state.
    this.state =
      this.state === null || stamped.kind === 'voided'
        ? foldTicket([...this.#log, ...this.added], this.#config)
        : foldNewest(this.state, stamped, this.#config);
    if (this.state !== null) this.happened.push({ event: stamped, before, state: this.state });
  }
}
