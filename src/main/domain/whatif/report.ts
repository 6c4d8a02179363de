import type { Instant, Target } from '../../../preload/contract/values.ts';
import {
  whatIfColumns,
  type WhatIfColumn,
  type WhatIfColumnName,
  type WhatIfCompliance,
  type WhatIfReport,
} from '../../../preload/contract/whatif.ts';
import { DAY_MS } from '../calendar/civil-time.ts';
import { dateOfDayNumber } from '../calendar/wall-text.ts';
import { addTo, type Column } from './column.ts';
import type { Tally } from './tally.ts';

const BUSIEST_DAYS = 5;

type PerTarget<T> = Record<Target, T>;
type Heard = WhatIfReport['people'][number][WhatIfColumnName];

function perTarget<T>(of: (target: Target) => T): PerTarget<T> {
  return { response: of('response'), next_response: of('next_response'), resolution: of('resolution') };
}

function inColumns<T>(of: (name: WhatIfColumnName) => T): Record<WhatIfColumnName, T> {
  return { recorded: of('recorded'), live: of('live'), draft: of('draft') };
}

/** The arithmetic of `wk status` and the measures. Rule: product.md, Measures. */
function complianceOf({ standings }: Column, target: Target, tickets: number): WhatIfCompliance {
  const { none, met, missed, overdue } = standings[target];
  return {
    withTarget: tickets - none,
    met,
    missed,
    overdue,
    rate: met + missed === 0 ? null : met / (met + missed),
    ofAll: tickets === 0 ? null : met / tickets,
  };
}

/** The fullest first; of two alike the earlier. */
function fullest(days: ReadonlyMap<number, number>): [day: number, count: number][] {
  return [...days].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const n of counts) total += n;
  return total;
}

function columnOf(column: Column, tickets: number, people: number, days: number): WhatIfColumn {
  const perDay = new Map<number, number>();
  for (const counts of column.messages.values()) for (const [day, n] of counts) addTo(perDay, day, n);
  const total = sum(perDay.values());
  return {
    compliance: perTarget((target) => complianceOf(column, target, tickets)),
    breaches: column.breaches,
    escalations: [...column.escalations].map(([level, count]) => ({ level, count })).sort((a, b) => a.level - b.level),
    foundNobody: column.foundNobody,
    messages: {
      total,
      mean: people === 0 ? null : total / people / days,
      busiest: fullest(perDay)
        .slice(0, BUSIEST_DAYS)
        .map(([day, count]) => ({ day: dateOfDayNumber(day), count })),
    },
  };
}

function heardBy(userId: string, { messages }: Column, days: number): Heard {
  const counts = messages.get(userId) ?? new Map<number, number>();
  const total = sum(counts.values());
  const [most] = fullest(counts);
  return {
    total,
    mean: total / days,
    most: most?.[1] ?? 0,
    mostOn: most === undefined ? null : dateOfDayNumber(most[0]),
  };
}

function peopleOf(tally: Tally, days: number): WhatIfReport['people'] {
  const ids = new Set(whatIfColumns.flatMap((name) => [...tally[name].messages.keys()]));
  return [...ids]
    .map((userId) => ({ userId, ...inColumns((name) => heardBy(userId, tally[name], days)) }))
    .sort((a, b) => b.draft.most - a.draft.most || b.draft.total - a.draft.total || (a.userId < b.userId ? -1 : 1));
}

/**
 * What a what-if comes to, from all that was counted.
 * @param period  `fromAt` null: the period began with the first ticket
 */
export function reportOf(tally: Tally, period: { fromAt: Instant | null; untilAt: Instant }): WhatIfReport {
  const { tickets, sensitive, unreadable, changed, notAsRecorded, turned, firstAt } = tally;
  const { fromAt, untilAt } = period;
  const days = Math.max(1, Math.ceil((untilAt - Math.min(fromAt ?? firstAt, untilAt)) / DAY_MS));
  const people = peopleOf(tally, days);
  return {
    tickets,
    sensitive,
    unreadable,
    changed,
    notAsRecorded,
    turned: perTarget((target) => turned[target]),
    fromAt,
    untilAt,
    days,
    columns: inColumns((name) => columnOf(tally[name], tickets, people.length, days)),
    people,
    peopleCount: people.length,
  };
}
