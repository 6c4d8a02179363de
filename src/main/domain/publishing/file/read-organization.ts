import type { ConfigChange } from '../../../../preload/contract/configuration.ts';
import { heldRoles } from './file-form.ts';
import type { ExplanationTerms, Organization } from '../../config/config.ts';
import { folded } from '../check/common.ts';
import { hoursOf } from './duration.ts';
import type { FileOrganization } from './file-form.ts';
import { messageFields, readMessages, readTexts } from './messages-part.ts';
import { readCalendars } from './read-calendars.ts';
import { readTeams, type Holders } from './read-people.ts';
import { readPolicies } from './read-policies.ts';
import { readRules } from './read-rules.ts';
import type { Reading } from './reading.ts';

/** A change without what it rests on, which is looked up when all of the file has been read. */
export type Said = {
  [K in ConfigChange['kind']]: Pick<Extract<ConfigChange, { kind: K }>, 'kind' | 'value'>;
}[ConfigChange['kind']];

type CalendarIdOf = (name: string | null, path: string) => string | null;

const fields = {
  secondApprover: 'second_approver',
  'explanation.responseHours': 'explanation.response',
  'explanation.reminderHoursBefore': 'explanation.reminder_before',
  'explanation.escalationHoursOverdue': 'explanation.escalate_after',
  'explanation.maxLevels': 'explanation.levels',
  'explanation.calendarId': 'explanation.calendar',
  ...messageFields,
};

function readExplanation(
  written: NonNullable<FileOrganization['explanation']>,
  calendarIdOf: CalendarIdOf,
  path: string,
): Partial<ExplanationTerms> {
  const { response, reminder_before: before, escalate, escalate_after: after, levels, calendar } = written;
  return {
    ...(response === undefined ? {} : { responseHours: hoursOf(response) }),
    ...(before === undefined ? {} : { reminderHoursBefore: before === null ? null : hoursOf(before) }),
    ...(escalate === undefined ? {} : { escalate }),
    ...(after === undefined ? {} : { escalationHoursOverdue: hoursOf(after) }),
    ...(levels === undefined ? {} : { maxLevels: levels }),
    ...(calendar === undefined ? {} : { calendarId: calendarIdOf(calendar, `${path}.calendar`) }),
  };
}

/** @returns what the file says of the organization itself; what it leaves out stays as it is */
function readSettings(
  written: FileOrganization,
  there: Organization | undefined,
  id: string,
  calendarIdOf: CalendarIdOf,
  base: string,
): Organization {
  const { name, second_approver: secondApprover } = written;
  const explanation =
    written.explanation === undefined
      ? there?.explanation
      : readExplanation(written.explanation, calendarIdOf, `${base}.explanation`);
  const messages = written.messages === undefined ? there?.messages : readMessages(written.messages);
  const approver = secondApprover ?? there?.secondApprover;
  return {
    id,
    name,
    profile: written.profile ?? there?.profile ?? 'municipal',
    timezone: written.timezone ?? there?.timezone ?? '',
    categories: written.categories ?? there?.categories ?? [],
    ...(explanation === undefined ? {} : { explanation }),
    ...(messages === undefined ? {} : { messages }),
    // Not wanting one is not written down where nobody ever did.
    ...(approver === true || there?.secondApprover !== undefined ? { secondApprover: approver === true } : {}),
  };
}

/** An organization of the file with all that belongs to it. */
export function readOrganization(written: FileOrganization, base: string, holders: Holders, reading: Reading): Said[] {
  const { config } = reading;
  const there = [...config.organizations()].find(({ name }) => folded(name) === folded(written.name));
  const id = there?.id ?? reading.newId();
  reading.place(id, base, fields);
  for (const key of ['profile', 'timezone'] as const)
    if (there === undefined && written[key] === undefined)
      reading.found.push({ code: 'KEY_MISSING', thing: null, path: `${base}.${key}` });

  const zone = written.timezone ?? there?.timezone ?? '';
  const calendars =
    written.calendars === undefined ? [] : readCalendars(written.calendars, id, zone, `${base}.calendars`, reading);
  const known = [...calendars, ...config.currentCalendars(id)];
  const calendarIdOf: CalendarIdOf = (name, path) => {
    if (name === null) return null;
    const found = known.find((calendar) => folded(calendar.name) === folded(name));
    if (found === undefined)
      reading.found.push({ code: 'UNKNOWN_CALENDAR', thing: null, path, values: { calendar: name } });
    return found?.calendarId ?? null;
  };
  for (const role of heldRoles) {
    const list = written.roles?.[role];
    if (list !== undefined) holders.add(id, role, list, `${base}.roles.${role}`);
  }
  const { policies, rules, teams, texts } = written;
  return [
    { kind: 'organization', value: readSettings(written, there, id, calendarIdOf, base) },
    ...calendars.map((value) => ({ kind: 'calendar' as const, value })),
    ...(policies === undefined ? [] : readPolicies(policies, id, calendarIdOf, `${base}.policies`, reading)).map(
      (value) => ({ kind: 'policy' as const, value }),
    ),
    ...(rules === undefined ? [] : readRules(rules, id, `${base}.rules`, reading)).map((value) => ({
      kind: 'rule' as const,
      value,
    })),
    ...(teams === undefined ? [] : readTeams(teams, id, `${base}.teams`, reading)).map((value) => ({
      kind: 'team' as const,
      value,
    })),
    ...(texts === undefined ? [] : readTexts(texts, id, `${base}.texts`, reading)).map((value) => ({
      kind: 'template' as const,
      value,
    })),
  ];
}
