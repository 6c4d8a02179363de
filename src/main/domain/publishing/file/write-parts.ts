import type { CalendarVersion, Conditions, PolicyVersion, RuleVersion } from '../../config/config.ts';
import { weekdays, type Interval } from '../../calendar/business-hours.ts';
import { hoursText, secondsText } from './duration.ts';
import type { ConfigFileInput } from './file-form.ts';
import type { Names } from './names.ts';

type OrganizationText = NonNullable<ConfigFileInput['organizations']>[number];
type PolicyText = NonNullable<OrganizationText['policies']>[number];
type RuleText = NonNullable<OrganizationText['rules']>[number];
type CalendarText = NonNullable<OrganizationText['calendars']>[number];

function conditionsText({ kind, category, severity, priority }: Conditions): { for?: PolicyText['for'] } {
  const named = {
    ...(kind === null ? {} : { kind }),
    ...(category === null ? {} : { category }),
    ...(severity === null ? {} : { severity }),
    ...(priority === null ? {} : { priority }),
  };
  return Object.keys(named).length === 0 ? {} : { for: named };
}

export function calendarText(
  { name, active, hours, country, holidayNames }: CalendarVersion,
  zone: string,
): CalendarText {
  const { timezone, holidays, breaks, dateOverrides } = hours;
  const spans = (intervals: readonly Interval[]): string[] => intervals.map(([from, to]) => `${from}-${to}`);
  const week = weekdays.filter((day) => hours.hours[day] !== undefined);
  const breaksByDate = Map.groupBy(breaks, ({ date }) => date);
  const dates = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    name,
    ...(active ? {} : { active }),
    ...(timezone === zone ? {} : { timezone }),
    hours: Object.fromEntries(week.map((day) => [day, spans(hours.hours[day] ?? [])])),
    ...(country === null ? {} : { country }),
    ...(holidays.length === 0 ? {} : { holidays: dates(holidays.map((date) => [date, holidayNames[date] ?? ''])) }),
    ...(Object.keys(dateOverrides).length === 0
      ? {}
      : { dates: dates(Object.entries(dateOverrides).map(([date, intervals]) => [date, spans(intervals)])) }),
    ...(breaks.length === 0
      ? {}
      : { breaks: dates([...breaksByDate].map(([date, all]) => [date, all.map(({ from, to }) => `${from}-${to}`)])) }),
  };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}

export function policyText(policy: PolicyVersion, names: Names): PolicyText {
  const { response, next_response: nextResponse, resolution } = policy.targetSeconds;
  const { active, calendarId, warnPercent, pauseStatuses, pausesAffect, highestLevel, reopening } = policy;
  return {
    name: policy.name,
    ...(active ? {} : { active }),
    ...conditionsText(policy.match),
    ...(calendarId === null ? {} : { calendar: names.calendar(policy.organizationId, calendarId) }),
    ...(response === null ? {} : { response: secondsText(response) }),
    ...(nextResponse === null ? {} : { next_response: secondsText(nextResponse) }),
    ...(resolution === null ? {} : { resolution: secondsText(resolution) }),
    ...(policy.remindersBeforeSeconds.length === 0
      ? {}
      : { reminders: policy.remindersBeforeSeconds.map(secondsText) }),
    ...(warnPercent === 75 ? {} : { warn_percent: warnPercent }),
    ...(sameList(pauseStatuses, ['pending']) ? {} : { pause_in: [...pauseStatuses] }),
    ...(sameList(pausesAffect, ['resolution']) ? {} : { pauses: [...pausesAffect] }),
    ...(highestLevel === null ? {} : { highest_level: highestLevel }),
    ...(reopening === 'resume' ? {} : { reopening }),
    ...(policy.firstMoveIsResponse ? { first_move_is_response: true } : {}),
  };
}

function ruleTarget({ target }: RuleVersion, names: Names): RuleText['to'] {
  if (target.kind === 'team_manager') return { team_manager: true };
  // The form of the file refuses other roles, and so does the check: one that a later release lets through is told by name.
  return target.kind === 'role' ? ({ role: target.role } as RuleText['to']) : { user: names.user(target.userId) };
}

export function ruleText(rule: RuleVersion, names: Names): RuleText {
  const { level, active, trigger, conditions } = rule;
  return {
    level,
    ...(active ? {} : { active }),
    when: trigger.kind,
    ...(trigger.kind === 'creation' || trigger.hours === 0 ? {} : { after: hoursText(trigger.hours) }),
    ...(trigger.kind === 'creation' || !trigger.elapsed ? {} : { elapsed: true }),
    to: ruleTarget(rule, names),
    ...conditionsText(conditions),
  };
}
