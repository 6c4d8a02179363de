import type { Team, User } from '../../config/config.ts';
import type { ConfigFileInput } from './file-form.ts';
import type { Names } from './names.ts';

type OrganizationText = NonNullable<ConfigFileInput['organizations']>[number];
type TeamText = NonNullable<OrganizationText['teams']>[number];
type UserText = NonNullable<ConfigFileInput['users']>[number];

export function teamText({ name, managerId, memberIds }: Team, names: Names): TeamText {
  return {
    name,
    ...(managerId === null ? {} : { manager: names.user(managerId) }),
    members: memberIds.map((id) => names.user(id)),
  };
}

export function userText(
  { userName, displayName, language, active, administrator, lineManagerId, outOfOffice }: User,
  names: Names,
): UserText {
  const at = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
  return {
    user: userName,
    name: displayName,
    language,
    ...(active ? {} : { active }),
    ...(administrator ? { administrator } : {}),
    ...(lineManagerId === null ? {} : { line_manager: names.user(lineManagerId) }),
    ...(outOfOffice === null
      ? {}
      : {
          out_of_office: {
            from: at(outOfOffice.fromAt),
            until: at(outOfOffice.untilAt),
            ...(outOfOffice.coverUserId === null ? {} : { cover: names.user(outOfOffice.coverUserId) }),
          },
        }),
  };
}
