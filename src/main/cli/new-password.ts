import { password } from '../../preload/contract/people.ts';
import { failure, success, type Result } from '../../preload/contract/result.ts';
import type { Io } from './io.ts';
import { askPassword, passwordFromFile } from './password.ts';

/**
 * A password that is to be: out of a file, else asked for twice.
 * @param named  the option or variable that named the file, for the error
 * @returns PASSWORD_NEEDED when there is no file and nobody to ask, PASSWORD_TOO_SHORT for an empty one, BAD_INPUT for a
 *   file that cannot be read, two that differ, or one that the window's sign-in would not take
 */
export async function newPassword(
  io: Io,
  { userName, file, named }: { userName: string; file: string | undefined; named: string },
): Promise<Result<string>> {
  const given = file === undefined ? await askTwice(io, userName) : await fromFile(io, file, named);
  if (!given.ok || password.safeParse(given.value).success) return given;
  return given.value === ''
    ? failure('PASSWORD_TOO_SHORT')
    : failure('BAD_INPUT', { key: named, why: 'a password has 1024 characters at most' });
}

async function fromFile(io: Io, file: string, named: string): Promise<Result<string>> {
  const read = await passwordFromFile(io, file, named);
  return !read.ok && read.code === 'PASSWORD_NEEDED' ? success('') : read;
}

async function askTwice(io: Io, userName: string): Promise<Result<string>> {
  const first = await askPassword(io, `New password of ${userName}: `);
  if (!first.ok) return first;
  const second = await askPassword(io, 'Once more: ');
  if (!second.ok) return second;
  // Not shown while typed: a slip would lock somebody out for good.
  return first.value === second.value
    ? first
    : failure('BAD_INPUT', { key: 'password', why: 'the two differ; nothing was changed' });
}
