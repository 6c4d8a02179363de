import { targets, type Target } from '../../../preload/contract/values.ts';
import {
  whatIfColumns,
  type WhatIfChanged,
  type WhatIfColumnName,
  type WhatIfReport,
} from '../../../preload/contract/whatif.ts';
import { instantText, tableText } from '../output/words.ts';

type Row = { name: string; of: (column: WhatIfColumnName) => number | null; as: 'share' | 'count' | 'mean' };

function levelsOf({ columns }: WhatIfReport): number[] {
  const levels = whatIfColumns.flatMap((column) => columns[column].escalations.map(({ level }) => level));
  return [...new Set(levels)].sort((a, b) => a - b);
}

function rowsOf(report: WhatIfReport): Row[] {
  const { columns, people } = report;
  const hasTarget = (target: Target): boolean =>
    whatIfColumns.some((column) => columns[column].compliance[target].withTarget > 0);
  const running = targets.filter(hasTarget);
  return [
    ...running.flatMap((target): Row[] => [
      { name: `Compliance, ${target}`, of: (column) => columns[column].compliance[target].rate, as: 'share' },
      { name: '  met', of: (column) => columns[column].compliance[target].met, as: 'count' },
      { name: '  missed', of: (column) => columns[column].compliance[target].missed, as: 'count' },
      { name: '  overdue at the end', of: (column) => columns[column].compliance[target].overdue, as: 'count' },
      { name: `Breaches, ${target}`, of: (column) => columns[column].breaches[target], as: 'count' },
    ]),
    ...levelsOf(report).map((level): Row => ({
      name: `Escalations, level ${level}`,
      of: (column) => columns[column].escalations.find((one) => one.level === level)?.count ?? 0,
      as: 'count',
    })),
    { name: 'Levels that found nobody', of: (column) => columns[column].foundNobody, as: 'count' },
    { name: 'Messages', of: (column) => columns[column].messages.total, as: 'count' },
    { name: '  per person and day', of: (column) => columns[column].messages.mean, as: 'mean' },
    {
      name: '  most for one person in a day',
      of: (column) => Math.max(0, ...people.map((person) => person[column].most)),
      as: 'count',
    },
    {
      name: '  on the busiest day',
      of: (column) => columns[column].messages.busiest[0]?.count ?? 0,
      as: 'count',
    },
  ];
}

const forms: Readonly<Record<Row['as'], (value: number) => string>> = {
  share: (value) => `${(value * 100).toFixed(1)} %`,
  count: String,
  mean: (value) => value.toFixed(2),
};

/** @returns with its sign; of shares in percentage points */
function difference({ of, as }: Row): string {
  const [before, after] = [of('live'), of('draft')];
  if (before === null || after === null) return '-';
  const by = as === 'share' ? (after - before) * 100 : after - before;
  const text = as === 'count' ? String(by) : by.toFixed(as === 'share' ? 1 : 2);
  return `${by > 0 ? '+' : ''}${text}${as === 'share' ? ' points' : ''}`;
}

function table(rows: readonly Row[]): string {
  const head = ['', ...whatIfColumns, 'draft against live'];
  return tableText([
    head,
    ...rows.map((row) => {
      const values = whatIfColumns.map((column) => row.of(column));
      return [row.name, ...values.map((value) => (value === null ? '-' : forms[row.as](value))), difference(row)];
    }),
  ]);
}

function fromTo(name: string, before: string, after: string): string[] {
  return before === after ? [] : [`${name} ${before} to ${after}`];
}

/** @returns e.g. `P-17: resolution met to missed, due 2026-01-31 09:00Z to 2026-01-30 09:00Z, level 0 to 1` */
export function changedLine({ number, live, draft }: WhatIfChanged): string {
  const parts = [
    ...fromTo('policy', live.policyName ?? 'none', draft.policyName ?? 'none'),
    ...targets.flatMap((target) => {
      const [before, after] = [live.targets[target], draft.targets[target]];
      const due = fromTo('due', instantText(before.dueAt), instantText(after.dueAt));
      const standing = fromTo(target, before.standing, after.standing);
      return standing.length === 0 ? due.map((text) => `${target} ${text}`) : [...standing, ...due];
    }),
    ...fromTo('level', String(live.level), String(draft.level)),
  ];
  return `${number}: ${parts.join(', ')}`;
}

/** @param oneIn  n where only every nth ticket was replayed */
export function reportText(report: WhatIfReport, oneIn: number): string {
  const { tickets, days, fromAt, untilAt, changed, turned, notAsRecorded, sensitive, unreadable } = report;
  const since = fromAt === null ? 'the first ticket' : instantText(fromAt);
  const lines = [
    `Replayed: ${tickets} tickets${oneIn > 1 ? `, one in ${oneIn}` : ''}, from ${since} to ${instantText(untilAt)} (${days} days)`,
    '',
    table(rowsOf(report)).trimEnd(),
    '',
    `Changed by the draft: ${changed} tickets`,
    ...targets.flatMap((target) =>
      turned[target].late + turned[target].timely === 0
        ? []
        : [`  ${target}: ${turned[target].late} late by the draft alone, ${turned[target].timely} no longer late`],
    ),
    `Came out otherwise in fact than by the live rules: ${notAsRecorded} tickets`,
    `Sensitive, left out: ${sensitive}`,
    ...(unreadable === 0 ? [] : [`Could not be replayed: ${unreadable}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
