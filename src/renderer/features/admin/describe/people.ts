import { formatInstant, isolated } from '../../../i18n/format.ts';
import type { ValueOf } from '../frame/things.ts';
import { listDifference, type Part } from './line.ts';
import type { Words } from './words.ts';

type Team = ValueOf<'team'>;
type User = ValueOf<'user'>;

const person = (id: string | null, { t, name }: Words): string => (id === null ? t('people.nobody') : name('user', id));

export const teamParts: readonly Part<Team>[] = [
  { label: 'describe.name', of: ({ name }) => name, say: ({ name }) => isolated(name) },
  {
    label: 'describe.manager',
    of: ({ managerId }) => managerId,
    say: ({ managerId }, words) => person(managerId, words),
  },
  {
    label: 'describe.members',
    of: ({ memberIds }) => memberIds.toSorted(),
    say: ({ memberIds }, words) => words.list(memberIds.map((id) => person(id, words))),
    differ: (before, after, words) => {
      const names = ({ memberIds }: Team) => memberIds.map((id) => person(id, words));
      return listDifference(names(before), names(after), words);
    },
  },
];

function grantTexts({ grants, administrator }: User, { t, name }: Words): string[] {
  return [
    ...(administrator ? [t('role.administrator')] : []),
    ...grants.map(({ organizationId, role }) =>
      t('describe.roleIn', { role: t(`role.${role}`), organization: name('organization', organizationId) }),
    ),
  ];
}

function clearedTexts({ clearedFor }: User, { name }: Words): string[] {
  return clearedFor.map((id) => name('organization', id));
}

function awayText({ outOfOffice }: User, words: Words): string {
  if (outOfOffice === null) return words.t('describe.no');
  const { fromAt, untilAt, coverUserId } = outOfOffice;
  const times = { from: formatInstant(fromAt), until: formatInstant(untilAt), cover: person(coverUserId, words) };
  return words.t('describe.away', times);
}

export const userParts: readonly Part<User>[] = [
  { label: 'describe.name', of: ({ displayName }) => displayName, say: ({ displayName }) => isolated(displayName) },
  { label: 'describe.userName', of: ({ userName }) => userName, say: ({ userName }) => isolated(userName) },
  {
    label: 'describe.language',
    of: ({ language }) => language,
    say: ({ language }, { t }) => t(`language.${language}`),
  },
  {
    label: 'describe.use',
    of: ({ active }) => active,
    say: ({ active }, { t }) => t(active ? 'describe.inUse' : 'describe.outOfUse'),
  },
  {
    label: 'describe.roles',
    of: ({ grants, administrator }) => ({ grants, administrator }),
    say: (user, words) => words.list(grantTexts(user, words)),
    differ: (before, after, words) => listDifference(grantTexts(before, words), grantTexts(after, words), words),
  },
  {
    label: 'describe.clearance',
    of: ({ clearedFor }) => clearedFor.toSorted(),
    say: (user, words) => words.list(clearedTexts(user, words)),
    differ: (before, after, words) => listDifference(clearedTexts(before, words), clearedTexts(after, words), words),
  },
  {
    label: 'describe.lineManager',
    of: ({ lineManagerId }) => lineManagerId,
    say: ({ lineManagerId }, words) => person(lineManagerId, words),
  },
  { label: 'describe.outOfOffice', of: ({ outOfOffice }) => outOfOffice, say: awayText },
];
