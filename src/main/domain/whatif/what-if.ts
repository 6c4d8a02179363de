import { targets, type Instant } from '../../../preload/contract/values.ts';
import type { WhatIfChanged, WhatIfColumnName } from '../../../preload/contract/whatif.ts';
import type { Config } from '../config/config.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { Counter } from './column.ts';
import { recorded } from './recorded.ts';
import { replay } from './replay.ts';
import { differs, isLate } from './standing.ts';
import { emptyTally, type Tally } from './tally.ts';
import { whatPeopleDid } from './what-people-did.ts';

/** A ticket that comes out otherwise under the draft. It has no words of the ticket but its number. */
export type ChangedTicket = WhatIfChanged & { ticketId: string };

export type WhatIfParts = {
  /** As it is in force, with every version that was ever published. */
  inForce: Config;
  /** Both as `replayConfig` gives them. */
  live: Config;
  draft: Config;
  /** What happens in it, both ends included, is counted; how tickets stand is counted as of its end. */
  period: { fromAt: Instant; untilAt: Instant };
  /** Changed tickets that are named; all are counted. */
  mostChanged: number;
};

/** Replays tickets one after the other and counts what comes of them. */
export class WhatIf {
  readonly tally: Tally = emptyTally();
  readonly changed: ChangedTicket[] = [];
  readonly #parts: WhatIfParts;
  readonly #counters: Record<WhatIfColumnName, Counter>;

  constructor(parts: WhatIfParts) {
    this.#parts = parts;
    const configs = { recorded: parts.inForce, live: parts.live, draft: parts.draft };
    const counter = (name: WhatIfColumnName): Counter => new Counter(this.tally[name], configs[name], parts.period);
    this.#counters = { recorded: counter('recorded'), live: counter('live'), draft: counter('draft') };
  }

  /** @param log  all events of one ticket, in any order; one that was not there by the end of the period is passed over */
  add(log: readonly TicketEvent[]): void {
    const did = whatPeopleDid(log, this.#parts.period.untilAt);
    const [created] = did;
    if (created?.kind !== 'ticket_created') return;
    const { period, inForce, live, draft } = this.#parts;
    const { untilAt } = period;
    const counters = this.#counters;
    const states = {
      recorded: recorded(log, { config: inForce, untilAt, tell: counters.recorded.tell }),
      live: replay(did, { config: live, untilAt, tell: counters.live.tell }),
      draft: replay(did, { config: draft, untilAt, tell: counters.draft.tell }),
    };
    if (states.recorded === null || states.live === null || states.draft === null) return;
    this.tally.tickets += 1;
    this.tally.firstAt = Math.min(this.tally.firstAt, created.occurredAt);
    const { ticketId, body } = created;
    this.#compare({
      ticketId,
      number: body.number,
      organizationId: states.recorded.organizationId,
      recorded: counters.recorded.end(states.recorded),
      live: counters.live.end(states.live),
      draft: counters.draft.end(states.draft),
    });
  }

  /** Of the ticket that was begun last and could not be read to its end. */
  passOver(): void {
    this.tally.unreadable += 1;
    for (const counter of Object.values(this.#counters)) counter.passOver();
  }

  #compare(ticket: ChangedTicket): void {
    const { recorded: was, live, draft } = ticket;
    if (differs(was, live)) this.tally.notAsRecorded += 1;
    if (!differs(live, draft)) return;
    this.tally.changed += 1;
    if (this.changed.length < this.#parts.mostChanged) this.changed.push(ticket);
    for (const target of targets) {
      const [before, after] = [isLate(live.targets[target]), isLate(draft.targets[target])];
      if (!before && after) this.tally.turned[target].late += 1;
      if (before && !after) this.tally.turned[target].timely += 1;
    }
  }
}
