import type { TFunction } from 'i18next';
import type { ConfigProblem } from '../../../../preload/contract/configuration.ts';
import { gradeList, oneOf } from '../../../ui/value-lists.ts';
import type { problemsEn } from '../../../i18n/en/admin/problems.ts';
import { isolated } from '../../../i18n/format.ts';
import { placeholderList, roleList, statusList, triggerList, weekdayList } from './value-lists.ts';

type Code = keyof (typeof problemsEn)['problems'];
type Value = string | number;

/** `hours.mon[0]` or `dateOverrides.2026-12-24[1]`, as a person says it. */
function placeText(t: TFunction, path: string): string {
  const [part = '', rest = ''] = path.split('.');
  const name = rest.replace(/\[\d+\]$/u, '');
  return part === 'hours' ? t(`weekday.${oneOf(weekdayList, name, 'mon')}`) : name;
}

/** What a text names and its message does not know stands as it was written. */
function placeholderNames(t: TFunction, value: string): string {
  return value
    .split(', ')
    .map((name) => {
      const found = placeholderList.find((one) => one === name);
      return isolated(found === undefined ? name : t(`templates.placeholder.${found}`));
    })
    .join(t('admin.comma'));
}

/** Values that are words of the product and not of whoever entered them. */
const translators: Readonly<Record<string, (t: TFunction, value: string) => string>> = {
  severity: (t, value) => t(`severity.${oneOf(gradeList, value, 'medium')}`),
  priorities: (t, value) =>
    value
      .split(', ')
      .map((one) => t(`priority.${oneOf(gradeList, one, 'medium')}`))
      .join(t('admin.comma')),
  role: (t, value) => t(`role.${oneOf(roleList, value, 'agent')}`),
  status: (t, value) => t(`status.${oneOf(statusList, value, 'open')}`),
  trigger: (t, value) => t(`problemValue.trigger.${oneOf(triggerList, value, 'creation')}`),
  why: (t, value) =>
    value === 'no_hours' || value === 'all_taken_out' ? t(`problemValue.why.${value}`) : isolated(value),
  otherPath: placeText,
  names: placeholderNames,
};

function valueText(t: TFunction, name: string, value: Value): string {
  if (typeof value === 'number') return isolated(String(Math.round(value * 100) / 100));
  const translate = translators[name];
  return translate === undefined ? isolated(value) : translate(t, value);
}

/** What is wrong, in words. Names and numbers keep their own direction. */
export function problemText(t: TFunction, { code, values }: ConfigProblem): string {
  const named = Object.fromEntries(
    Object.entries({ ...values, code }).map(([name, value]) => [name, valueText(t, name, value)] as const),
  );
  // A code that a newer desk's check gives has no text here.
  return t(`problems.${code as Code}`, { ...named, defaultValue: t('problems.UNKNOWN', named) });
}
