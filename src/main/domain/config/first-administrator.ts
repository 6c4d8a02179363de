import type { User } from './config.ts';

/**
 * Who makes a store. An administrator configures and sees no ticket; in organizations that are then made by a sample or an
 * import, the same person is agent and supervisor besides (docs/command-line.md).
 */
export function firstAdministrator({
  id,
  userName,
  displayName,
  language,
}: Pick<User, 'id' | 'userName' | 'displayName' | 'language'>): User {
  return {
    id,
    userName,
    displayName,
    language,
    active: true,
    administrator: true,
    grants: [],
    clearedFor: [],
    lineManagerId: null,
    outOfOffice: null,
  };
}
