import { targets } from '../../../preload/contract/values.ts';
import {
  whatIfColumns,
  type WhatIfChanged,
  type WhatIfColumn,
  type WhatIfReport,
  type WhatIfSide,
} from '../../../preload/contract/whatif.ts';
import type { names } from '../output/ticket-json.ts';
import { instantJson } from '../output/words.ts';

type Names = ReturnType<typeof names>;

function columnJson({ compliance, breaches, escalations, foundNobody, messages }: WhatIfColumn): unknown {
  return {
    compliance: Object.fromEntries(
      targets.map((target) => {
        const { withTarget, met, missed, overdue, rate, ofAll } = compliance[target];
        return [target, { with_target: withTarget, met, missed, overdue, rate, of_all: ofAll }];
      }),
    ),
    breaches,
    escalated_by_level: Object.fromEntries(escalations.map(({ level, count }) => [level, count])),
    found_nobody: foundNobody,
    messages: { total: messages.total, mean_per_person_and_day: messages.mean, busiest_days: messages.busiest },
  };
}

function sideJson({ policyName, level, targets: sides }: WhatIfSide): unknown {
  return {
    policy: policyName,
    level,
    targets: Object.fromEntries(
      targets.map((target) => [target, { standing: sides[target].standing, due_at: instantJson(sides[target].dueAt) }]),
    ),
  };
}

/** One ticket that changes, in one line. */
export function changedJson(ticket: WhatIfChanged, named: Names): string {
  return JSON.stringify({
    number: ticket.number,
    organization: named.organization(ticket.organizationId),
    ...Object.fromEntries(whatIfColumns.map((column) => [column, sideJson(ticket[column])])),
  });
}

/** All but the tickets; form in docs/command-line.md, only ever added to. */
export function reportJson(report: WhatIfReport, named: Names): Record<string, unknown> {
  return {
    tickets: report.tickets,
    sensitive: report.sensitive,
    unreadable: report.unreadable,
    from_at: instantJson(report.fromAt),
    until_at: instantJson(report.untilAt),
    days: report.days,
    changed_count: report.changed,
    not_as_recorded: report.notAsRecorded,
    turned_late: Object.fromEntries(targets.map((target) => [target, report.turned[target].late])),
    turned_timely: Object.fromEntries(targets.map((target) => [target, report.turned[target].timely])),
    ...Object.fromEntries(whatIfColumns.map((column) => [column, columnJson(report.columns[column])])),
    people: report.people.map((person) => ({
      user: named.user(person.userId),
      ...Object.fromEntries(
        whatIfColumns.map((column) => {
          const { total, mean, most, mostOn } = person[column];
          return [column, { total, mean_per_day: mean, most_on_a_day: most, most_on: mostOn }];
        }),
      ),
    })),
  };
}
