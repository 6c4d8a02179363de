import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import { standings, type WhatIfSide } from '../../../preload/contract/whatif.ts';
import { DAY_MS } from '../calendar/civil-time.ts';
import { zoneNamed, type Zone } from '../calendar/zone.ts';
import { offsetOf } from '../calendar/zone-offsets.ts';
import type { Config } from '../config/config.ts';
import { hearingsOf } from '../messages/notices.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Happened } from './replay.ts';
import { sideOf } from './standing.ts';

/**
 * Figures of many tickets under one configuration, or in fact. Plain data: parts of a run are counted in a store thread,
 * cross to the main thread, and are added up there.
 */
export type Column = {
  /** Tickets by how each target stands at the end. */
  standings: Record<Target, Record<(typeof standings)[number], number>>;
  /** Deadlines that passed in the period, met afterwards or not. */
  breaches: Record<Target, number>;
  /** Escalations in the period, by level; those by hand too. */
  escalations: Map<number, number>;
  /** Levels that came due in the period and found nobody. */
  foundNobody: number;
  /** Messages in the period by user, then by day: days since 1970-01-01 in the organization's zone. */
  messages: Map<string, Map<number, number>>;
};

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

export function emptyColumn(): Column {
  return {
    standings: { response: zeros(standings), next_response: zeros(standings), resolution: zeros(standings) },
    breaches: zeros(targets),
    escalations: new Map(),
    foundNobody: 0,
    messages: new Map(),
  };
}

export function addTo<K>(counts: Map<K, number>, key: K, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** Adds one column's figures to another's. */
export function addColumn(into: Column, more: Column): void {
  for (const target of targets) {
    for (const standing of standings) into.standings[target][standing] += more.standings[target][standing];
    into.breaches[target] += more.breaches[target];
  }
  for (const [level, n] of more.escalations) addTo(into.escalations, level, n);
  into.foundNobody += more.foundNobody;
  for (const [userId, days] of more.messages) {
    const known = into.messages.get(userId) ?? new Map<number, number>();
    into.messages.set(userId, known);
    for (const [day, n] of days) addTo(known, day, n);
  }
}

/** Counts into a column, one ticket after the other. */
export class Counter {
  readonly #column: Column;
  readonly #config: Config;
  readonly #fromAt: Instant;
  readonly #untilAt: Instant;
  readonly #zones = new Map<string, Zone | null>();
  #level = 0;

  /** @param period  instants in it, both included, are counted */
  constructor(column: Column, config: Config, period: { fromAt: Instant; untilAt: Instant }) {
    this.#column = column;
    this.#config = config;
    this.#fromAt = period.fromAt;
    this.#untilAt = period.untilAt;
  }

  /** What happened to the ticket in one instant. @param toldAt  when whom it concerns was told */
  readonly tell = (toldAt: Instant, happened: readonly Happened[]): void => {
    for (const { event, state } of happened) {
      const { kind, occurredAt } = event;
      if (kind === 'escalated' || kind === 'breached') {
        if (state.overtaken.includes(event.id)) continue;
        if (kind === 'escalated') this.#level = Math.max(this.#level, event.body.level);
        if (!this.#isInPeriod(occurredAt)) continue;
        if (kind === 'escalated') addTo(this.#column.escalations, event.body.level);
        else this.#column.breaches[event.body.target] += 1;
      } else if (kind === 'escalation_skipped' && event.body.why === 'nobody' && this.#isInPeriod(occurredAt)) {
        this.#column.foundNobody += 1;
      }
    }
    if (this.#isInPeriod(toldAt)) this.#countMessages(toldAt, happened);
  };

  /** The ticket that was told of has come to its end. */
  end(state: TicketState): WhatIfSide {
    const side = sideOf(state, this.#level, this.#config);
    this.#level = 0;
    for (const target of targets) this.#column.standings[target][side.targets[target].standing] += 1;
    return side;
  }

  /** The ticket that was told of comes to no end. */
  passOver(): void {
    this.#level = 0;
  }

  #isInPeriod(at: Instant): boolean {
    return at >= this.#fromAt && at <= this.#untilAt;
  }

  #countMessages(toldAt: Instant, happened: readonly Happened[]): void {
    for (const { user, state } of hearingsOf(happened, this.#config)) {
      const days = this.#column.messages.get(user.id) ?? new Map<number, number>();
      this.#column.messages.set(user.id, days);
      addTo(days, this.#dayOf(toldAt, state.organizationId));
    }
  }

  #dayOf(at: Instant, organizationId: string): number {
    let zone = this.#zones.get(organizationId);
    if (zone === undefined) {
      zone = zoneNamed(this.#config.organization(organizationId)?.timezone ?? 'UTC');
      this.#zones.set(organizationId, zone);
    }
    return Math.floor((zone === null ? at : at + offsetOf(zone, at)) / DAY_MS);
  }
}
