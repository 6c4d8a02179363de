import { isolated } from '../../../i18n/format.ts';
import type { ValueOf } from '../frame/things.ts';
import { listDifference, type Part } from './line.ts';
import { messageTermParts } from './message-terms.ts';
import { calendarText } from './policy.ts';
import type { Words } from './words.ts';

type Organization = ValueOf<'organization'>;
type Terms = NonNullable<Organization['explanation']>;

/** A term that is not given has the product's own value. */
function term<K extends keyof Terms>(
  label: Part<Organization>['label'],
  key: K,
  say: (value: NonNullable<Terms[K]> | null, words: Words) => string,
): Part<Organization> {
  return {
    label,
    of: ({ explanation }) => explanation?.[key],
    say: ({ explanation }, words) =>
      explanation?.[key] === undefined ? words.t('describe.asProduct') : say(explanation[key] ?? null, words),
  };
}

const hours = (value: number | null, { t }: Words): string =>
  value === null ? t('describe.none') : t('admin.unit.hours', { n: value });

export const organizationParts: readonly Part<Organization>[] = [
  { label: 'describe.name', of: ({ name }) => name, say: ({ name }) => isolated(name) },
  { label: 'organization.timezone', of: ({ timezone }) => timezone, say: ({ timezone }) => isolated(timezone) },
  {
    label: 'organization.categories',
    of: ({ categories }) => categories,
    say: ({ categories }, { list }) => list(categories.map(isolated)),
    differ: (before, after, words) =>
      listDifference(before.categories.map(isolated), after.categories.map(isolated), words),
  },
  {
    label: 'organization.secondApprover',
    of: ({ secondApprover }) => secondApprover === true,
    say: ({ secondApprover }, { t }) => t(secondApprover === true ? 'describe.yes' : 'describe.no'),
  },
  term('organization.responseHours', 'responseHours', hours),
  term('organization.reminderHoursBefore', 'reminderHoursBefore', hours),
  term('organization.escalate', 'escalate', (value, { t }) => t(value === true ? 'describe.yes' : 'describe.no')),
  term('organization.escalationHoursOverdue', 'escalationHoursOverdue', hours),
  term('organization.maxLevels', 'maxLevels', (value) => String(value)),
  term('organization.explanationCalendar', 'calendarId', (value, words) =>
    value === null ? words.t('organization.elapsedHours') : calendarText(value, words),
  ),
  ...messageTermParts,
];
