import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { countedMoments, nextOf, plan, type Counted, type Plan } from '../sla/planner.ts';
import { owed } from '../sla/work-off.ts';
import type { NewEvent, TicketEvent } from '../ticket/events.ts';
import { step, withClocks } from '../ticket/fold.ts';
import { newTicket } from '../ticket/new-ticket.ts';
import { policyMatchFor } from '../ticket/policy-matched.ts';
import type { TicketState } from '../ticket/state.ts';
import { keepsCounted } from './keeps-counted.ts';
import { mayHasten } from './may-hasten.ts';
import { PlainIds } from './plain-ids.ts';

/** An event with the ticket as it stood after it; its clocks may be those of before. */
export type Happened = { event: TicketEvent; state: TicketState };

export type ReplayContext = {
  config: Config;
  /** Up to and including this instant, epoch ms. */
  untilAt: Instant;
  /** Told what happened in one instant: a person's act with what follows from it, or what the engine did. */
  tell: (at: Instant, happened: readonly Happened[]) => void;
};

const nowhere = { at: 0, deskId: '', v: 1 } as const;

/** What answers an escalation: where the replay has none, there was nothing to answer. */
const answersEscalation: ReadonlySet<TicketEvent['kind']> = new Set(['acknowledged', 'stepped_down']);

class Replay {
  state: TicketState;
  readonly #context: ReplayContext;
  readonly #ids = new PlainIds();
  readonly #isDue = (at: Instant): boolean => at <= this.#clockAt;
  #happened: Happened[];
  #clockAt: Instant;
  /** Null when it has to be made again before anything acts; what of it is counted lasts longer. */
  #planned: Plan | null = null;
  #counted: readonly Counted[] | null = null;
  /** Nothing is due before it, whether or not the plan was made again since. */
  #boundAt: Instant = -Infinity;

  constructor(created: Extract<TicketEvent, { kind: 'ticket_created' }>, context: ReplayContext) {
    this.#context = context;
    this.state = newTicket(created);
    this.#clockAt = created.occurredAt;
    this.#happened = [{ event: created, state: this.state }];
    this.#match(created);
    this.#tell();
  }

  /** Somebody does something; what fell due before that instant is worked off first. */
  does(event: TicketEvent): void {
    this.#workOffUntil(event.occurredAt - 1);
    this.#clockAt = Math.max(this.#clockAt, event.occurredAt);
    if (answersEscalation.has(event.kind) && this.state.escalation.level === 0) return;
    this.#append(this.#ofThisCycle(event));
    this.#match(event);
    this.#tell();
  }

  /** @returns the ticket at the end of the replay */
  end(): TicketState {
    this.#workOffUntil(this.#context.untilAt);
    return withClocks(this.state, this.#context.config);
  }

  /** Another policy may have begun a cycle that was not there, or none where one began; a person meant the ticket as it stood. */
  #ofThisCycle(event: TicketEvent): TicketEvent {
    if (event.kind !== 'escalated' || event.body.clockId === this.state.cycle.id) return event;
    return { ...event, body: { ...event.body, clockId: this.state.cycle.id } };
  }

  #append(event: TicketEvent): void {
    const before = this.state;
    const after = step(before, event, this.#context.config);
    this.state = after;
    this.#happened.push({ event, state: after });
    // A plan may name what the event took away; a warning given takes away nothing but itself, and that is known.
    if (event.kind !== 'warned') this.#planned = null;
    if (!keepsCounted(before, after)) this.#counted = null;
    if (mayHasten(before, after)) this.#boundAt = -Infinity;
  }

  #derive(event: NewEvent): void {
    this.#ids.know(event.id);
    this.#append({ ...event, ...nowhere });
  }

  #match(event: NewEvent): void {
    const matched = policyMatchFor(event, this.state, this.#context.config, this.#ids.idOf);
    if (matched !== null) this.#derive(matched);
  }

  #plan(): Plan {
    if (this.#planned !== null) return this.#planned;
    const { config } = this.#context;
    if (this.#counted === null) {
      this.state = withClocks(this.state, config);
      this.#counted = countedMoments(this.state, config);
    }
    this.#planned = plan(this.state, config, this.#counted);
    return this.#planned;
  }

  #workOffUntil(untilAt: Instant): void {
    const { config } = this.#context;
    if (this.#boundAt > untilAt) return;
    if (this.#clockAt <= untilAt) this.#workOff();
    for (;;) {
      const { nextAt } = nextOf(this.#plan(), this.state, config, this.#clockAt);
      this.#boundAt = nextAt ?? Infinity;
      if (this.#boundAt > untilAt) return;
      this.#clockAt = this.#boundAt;
      this.#workOff();
    }
  }

  /** All that is due at the instant that the replay has come to. */
  #workOff(): void {
    const { config } = this.#context;
    const nowAt = this.#clockAt;
    const engine = { nowAt, config, engineId: this.#ids.idOf };
    for (;;) {
      const planned = this.#plan();
      const firstAt = planned.moments[0]?.at ?? Infinity;
      if (firstAt > nowAt && planned.awaiting.length === 0) break;
      const events = owed(this.state, planned, this.#isDue, this.#ids.isKnown, engine);
      if (events.length === 0) break;
      for (const event of events) this.#derive(event);
      this.#dropCounted(nowAt);
    }
    this.#tell();
  }

  /** What is counted comes to pass all together, so what was due is done and need not be planned anew. */
  #dropCounted(nowAt: Instant): void {
    if (this.#counted !== null) this.#counted = this.#counted.filter(({ at }) => at > nowAt);
    if (this.#planned === null) return;
    const moments = this.#planned.moments.filter(({ kind, at }) => kind === 'rule' || at > nowAt);
    this.#planned = { moments, awaiting: this.#planned.awaiting };
  }

  #tell(): void {
    if (this.#happened.length === 0) return;
    const happened = this.#happened;
    this.#happened = [];
    this.#context.tell(this.#clockAt, happened);
  }
}

/**
 * A past ticket under another configuration: what people did stays as it was and when it was, everything that the engine
 * does is derived anew, at its true instant, by the same rules that the desk runs.
 * @param did  as `whatPeopleDid` gives it
 * @returns null where there is no creation
 */
export function replay(did: readonly TicketEvent[], context: ReplayContext): TicketState | null {
  const [created, ...rest] = did;
  if (created?.kind !== 'ticket_created') return null;
  const ticket = new Replay(created, context);
  for (const event of rest) ticket.does(event);
  return ticket.end();
}
