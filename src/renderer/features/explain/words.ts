import type { TFunction } from 'i18next';
import type { Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Names } from '../../client/directory-store.ts';
import { isolated } from '../../i18n/format.ts';
import { exactSpan } from './span-text.ts';
import { zonedAfter, zonedInstant } from './zoned.ts';

type NamedField = Derived['policy']['others'][number]['policy']['names'][number];
type Mismatch = { field: NamedField['field']; wants: string; has: string };

/** How one answer is put into words: instants in the organization's zone, names as the directory has them. */
export type Words = {
  t: TFunction;
  at(at: Instant): string;
  /** Beside an earlier instant: without the date where it is the same. */
  after(at: Instant, earlierAt: Instant): string;
  span(ms: number): string;
  user(id: string | null): string;
  users(ids: readonly string[]): string;
  team(id: string | null): string;
  /** What a policy or rule is for. */
  named(fields: readonly NamedField[]): string;
  mismatches(fields: readonly Mismatch[]): string;
};

export function createWords(t: TFunction, timezone: string, names: Names): Words {
  const list = (items: readonly string[]): string => items.join(t('explain.comma'));
  const user = (id: string | null): string =>
    id === null ? t('people.nobody') : isolated(names.users.get(id)?.displayName ?? t('people.unknown'));
  const value = (field: NamedField['field'], text: string): string => {
    if (text === '') return t('explain.policy.unset');
    return isValueOf(field, text) ? t(`${field}.${text}` as 'kind.complaint') : isolated(text);
  };
  return {
    t,
    at: (at) => zonedInstant(t, at, timezone),
    after: (at, earlierAt) => zonedAfter(t, at, earlierAt, timezone),
    span: (ms) => exactSpan(t, ms),
    user,
    users: (ids) => list(ids.map(user)),
    team: (id) => isolated(id === null ? t('people.noTeam') : (names.teams.get(id)?.name ?? t('explain.team'))),
    named: (fields) => {
      if (fields.length === 0) return t('explain.policy.anyTicket');
      return list(
        fields.map(({ field, value: text }) =>
          t('explain.policy.named', { field: t(`field.${field}`), value: value(field, text) }),
        ),
      );
    },
    mismatches: (fields) =>
      list(
        fields.map(({ field, wants, has }) =>
          t('explain.policy.mismatch', {
            field: t(`field.${field}`),
            wants: value(field, wants),
            has: value(field, has),
          }),
        ),
      ),
  };
}

/** Categories are an organization's own words; the other fields have values that every language has a word for. */
function isValueOf(field: NamedField['field'], text: string): boolean {
  return field !== 'category' && /^[a-z_]+$/u.test(text);
}
