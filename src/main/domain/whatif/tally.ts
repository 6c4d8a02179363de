import { targets, type Instant, type Target } from '../../../preload/contract/values.ts';
import { whatIfColumns, type WhatIfColumnName } from '../../../preload/contract/whatif.ts';
import { addColumn, emptyColumn, type Column } from './column.ts';

/** All figures of a what-if, of some tickets or of all. */
export type Tally = Record<WhatIfColumnName, Column> & {
  tickets: number;
  /** Sensitive tickets of the period, left out; only those of organizations that the viewer is cleared for are counted. */
  sensitive: number;
  /** Tickets that no release so far can replay. */
  unreadable: number;
  /** Tickets that come out otherwise under the draft than under the rules in force. */
  changed: number;
  /** Tickets that come out otherwise under the rules in force than they did. */
  notAsRecorded: number;
  /** Tickets of which a deadline is late, or in time, under the draft alone. */
  turned: Record<Target, { late: number; timely: number }>;
  /** Creation of the earliest ticket, epoch ms. */
  firstAt: Instant;
};

export function emptyTally(): Tally {
  return {
    tickets: 0,
    sensitive: 0,
    unreadable: 0,
    changed: 0,
    notAsRecorded: 0,
    turned: {
      response: { late: 0, timely: 0 },
      next_response: { late: 0, timely: 0 },
      resolution: { late: 0, timely: 0 },
    },
    firstAt: Infinity,
    recorded: emptyColumn(),
    live: emptyColumn(),
    draft: emptyColumn(),
  };
}

/** Adds the figures of other tickets to `into`. */
export function addTally(into: Tally, more: Tally): void {
  for (const key of ['tickets', 'sensitive', 'unreadable', 'changed', 'notAsRecorded'] as const) into[key] += more[key];
  for (const target of targets) {
    into.turned[target].late += more.turned[target].late;
    into.turned[target].timely += more.turned[target].timely;
  }
  into.firstAt = Math.min(into.firstAt, more.firstAt);
  for (const name of whatIfColumns) addColumn(into[name], more[name]);
}
