import type { User } from '../domain/config/config.ts';

/**
 * Who makes a store on the command line. An administrator configures and sees no ticket; in organizations that are then
 * made by a sample or an import, the same person is agent and supervisor besides (docs/command-line.md).
 */
export function firstAdministrator(id: string): User {
  return {
    id,
    userName: 'admin',
    displayName: 'Administrator',
    language: 'en',
    active: true,
    administrator: true,
    grants: [],
    clearedFor: [],
    lineManagerId: null,
    outOfOffice: null,
  };
}
