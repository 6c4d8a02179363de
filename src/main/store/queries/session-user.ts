import { failure, success } from '../../../preload/contract/result.ts';
import type { SessionUser } from '../../../preload/contract/people.ts';
import type { User } from '../../domain/config/config.ts';
import type { Query, ReadContext } from './read-context.ts';

function find(input: { userId: string } | { userName: string }, { config }: ReadContext): User | undefined {
  if ('userId' in input) return config.user(input.userId);
  const wanted = input.userName.trim().toLowerCase();
  return [...config.users()].find(({ userName }) => userName.toLowerCase() === wanted);
}

/** @returns NOT_FOUND for nobody; ACCESS_DENIED for one who was set inactive: the password may still open the store */
export const sessionUser: Query<'session-user'> = (input, context) => {
  const user = find(input, context);
  if (user === undefined) return failure('NOT_FOUND');
  if (!user.active) return failure('ACCESS_DENIED');
  const { id, userName, displayName, language, clearedFor } = user;
  const held = user.grants.map(({ organizationId, role }) => ({ organizationId, role }));
  const roles: SessionUser['roles'] = user.administrator
    ? [...held, { organizationId: null, role: 'administrator' }]
    : held;
  return success({ id, userName, displayName, language, roles, clearedFor: [...clearedFor] });
};
