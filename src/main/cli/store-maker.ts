import { firstAdministrator } from '../domain/config/first-administrator.ts';
import type { User } from '../domain/config/config.ts';

/** Who makes a store where nobody is asked for a name: `admin`, whom every command takes you for unless you say otherwise. */
export function storeMaker(id: string): User {
  return firstAdministrator({ id, userName: 'admin', displayName: 'Administrator', language: 'en' });
}
