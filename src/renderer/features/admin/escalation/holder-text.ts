import type { TFunction } from 'i18next';
import type { RuleHolder } from '../../../../preload/contract/escalation.ts';
import type { Vacancy } from '../../../../preload/contract/explain-rules.ts';
import { formatInstant, isolated } from '../../../i18n/format.ts';

/** Names by id, for the middle of a sentence. */
export type Names = { t: TFunction; person: (id: string | null) => string; team: (id: string | null) => string };

function personText({ userId, standing, awayUntil, coverUserId }: Vacancy['people'][number], names: Names): string {
  const { t, person } = names;
  const name = person(userId);
  if (standing === 'unknown') return t('escalation.person.unknown');
  if (standing === 'inactive' || awayUntil === null) return t('escalation.person.inactive', { name });
  const at = formatInstant(awayUntil);
  return coverUserId === null
    ? t('escalation.person.away', { name, at })
    : t('escalation.person.awayCover', { name, at, cover: person(coverUserId) });
}

/** Why nobody is there. */
export function vacancyText({ why, people }: Vacancy, names: Names): string {
  const { t } = names;
  if (people.length === 0) return t(`escalation.vacancy.${why}`);
  return people.map((person) => personText(person, names)).join(t('admin.comma'));
}

/** Whom a rule that names one person, or the holder of a role, would go to today. */
export function holderText({ userId, standsInForId, vacancy }: RuleHolder, names: Names): string {
  const { t, person } = names;
  if (vacancy !== null) return t('escalation.nobodyToday', { why: vacancyText(vacancy, names) });
  return standsInForId === null
    ? t('escalation.today', { name: person(userId) })
    : t('escalation.todayFor', { name: person(userId), other: person(standsInForId) });
}

/** The same for one team of several. */
export function teamHolderText(holder: RuleHolder, names: Names): string {
  const { t, person, team } = names;
  const { userId, standsInForId, vacancy, teamId } = holder;
  if (vacancy !== null) return t('escalation.teamNobody', { team: team(teamId), why: vacancyText(vacancy, names) });
  return standsInForId === null
    ? t('escalation.teamToday', { team: team(teamId), name: person(userId) })
    : t('escalation.teamTodayFor', { team: team(teamId), name: person(userId), other: person(standsInForId) });
}

/** In one line of the matrix; teams are counted, and only those without anybody are named. */
export function holdersText(holders: readonly RuleHolder[], names: Names): { text: string; isEmpty: boolean }[] {
  const { t } = names;
  const [only] = holders;
  if (only === undefined) return [{ text: t('escalation.noTeams'), isEmpty: true }];
  if (only.teamId === null) return [{ text: holderText(only, names), isEmpty: only.userId === null }];
  const empty = holders.filter(({ userId }) => userId === null);
  const filled = holders.length - empty.length;
  return [
    ...(filled === 0 ? [] : [{ text: t('escalation.teamsToday', { count: filled }), isEmpty: false }]),
    ...empty.map((holder) => ({ text: teamHolderText(holder, names), isEmpty: true })),
  ];
}

export function namesOf(
  t: TFunction,
  person: (id: string | null) => string,
  teams: ReadonlyMap<string, string>,
): Names {
  return {
    t,
    person: (id) => isolated(person(id)),
    team: (id) => isolated(teams.get(id ?? '') ?? t('admin.gone')),
  };
}
