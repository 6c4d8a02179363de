import { failure, type Result } from '../../../preload/contract/result.ts';
import { addUserSlot, type AddUserSlotInput } from './add-slot.ts';
import { unlock } from './unlock.ts';

export type ChangePasswordInput = Omit<AddUserSlotInput, 'key' | 'password'> & {
  oldPassword: string;
  newPassword: string;
};

/** @returns PASSWORD_WRONG or TOO_MANY_TRIES for the old one, PASSWORD_TOO_SHORT for the new; the old one then still opens */
export async function changePassword(input: ChangePasswordInput): Promise<Result<null>> {
  const { directory, user, secrets, nowAt, oldPassword, newPassword, ...rest } = input;
  const opened = await unlock({
    directory,
    secrets,
    nowAt,
    credential: { kind: 'password', userName: user.userName, password: oldPassword },
  });
  if (!opened.ok) return opened;
  if (opened.value.userId !== user.id) return failure('PASSWORD_WRONG');
  return addUserSlot({ ...rest, directory, user, secrets, nowAt, key: opened.value.key, password: newPassword });
}
