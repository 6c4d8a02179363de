import { isZone } from '../../calendar/zone.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Organization } from '../../config/config.ts';
import { defaultExplanationTerms } from '../../explanation/explanation-terms.ts';
import { checkMessages } from './check-messages.ts';
import { checkCalendarNamed, checkHours, checkName, folded, type Namesakes } from './common.ts';
import type { Found } from './problem.ts';

export function checkOrganization(organization: Organization, namesakes: Namesakes, config: ConfigSnapshot): Found[] {
  const { id, timezone, categories } = organization;
  const thing = { kind: 'organization' as const, id };
  const zone: Found[] = isZone(timezone)
    ? []
    : [{ code: 'UNKNOWN_TIME_ZONE', thing, path: 'timezone', values: { zone: timezone } }];
  const first = new Map<string, number>();
  const doubled = categories.flatMap((category, n): Found[] => {
    const path = `categories.${n}`;
    if (category.trim() === '') return [{ code: 'NAME_MISSING', thing, path }];
    if (first.has(folded(category))) return [{ code: 'DUPLICATE_CATEGORY', thing, path, values: { category } }];
    first.set(folded(category), n);
    return [];
  });
  return [
    ...checkName(organization, namesakes, thing),
    ...zone,
    ...doubled,
    ...checkExplanation(organization, config),
    ...checkMessages(organization),
    ...checkApprover(organization, config),
  ];
}

/** Where one administrator is alone, nobody could approve what that one changes. */
function checkApprover({ id, secondApprover }: Organization, config: ConfigSnapshot): Found[] {
  if (secondApprover !== true) return [];
  const administrators = [...config.users()].filter(({ active, administrator }) => active && administrator);
  if (administrators.length > 1) return [];
  return [{ code: 'NO_SECOND_APPROVER', thing: { kind: 'organization', id }, path: 'secondApprover' }];
}

function checkExplanation({ id, explanation = {} }: Organization, config: ConfigSnapshot): Found[] {
  const thing = { kind: 'organization' as const, id };
  const terms = { ...defaultExplanationTerms, ...explanation };
  const found = [
    ...checkHours(terms.responseHours, thing, 'explanation.responseHours'),
    ...checkHours(terms.reminderHoursBefore, thing, 'explanation.reminderHoursBefore'),
    ...checkHours(terms.escalationHoursOverdue, thing, 'explanation.escalationHoursOverdue'),
    ...checkCalendarNamed(terms.calendarId, id, config, thing, 'explanation.calendarId'),
  ];
  const { maxLevels, reminderHoursBefore, responseHours } = terms;
  if (!Number.isInteger(maxLevels) || maxLevels < 0 || maxLevels > 10)
    found.push({ code: 'LEVELS_INVALID', thing, path: 'explanation.maxLevels', values: { levels: maxLevels } });
  if (reminderHoursBefore !== null && reminderHoursBefore > responseHours)
    found.push({
      code: 'EXPLANATION_REMINDER_TOO_EARLY',
      thing,
      path: 'explanation.reminderHoursBefore',
      values: { hours: reminderHoursBefore, of: responseHours },
    });
  return found;
}
