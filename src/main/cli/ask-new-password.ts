import { failure, type Result } from '../../preload/contract/result.ts';
import type { Io } from './io.ts';
import { newPassword } from './new-password.ts';

const OPTION = '--new-password-file';

/** @returns the password that a user is to have; failures of `newPassword`, where nobody can be asked by the option's name */
export async function askNewPassword(io: Io, userName: string, file: string | undefined): Promise<Result<string>> {
  const given = await newPassword(io, { userName, file, named: OPTION });
  if (given.ok || given.code !== 'PASSWORD_NEEDED') return given;
  return failure('BAD_INPUT', { key: OPTION, why: 'name it, or type the password at a terminal' });
}
