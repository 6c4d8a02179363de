import { success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

export const recordPasswordSet: Command<'record-password-set'> = ({ userId }, { audit, nowAt, actorId }) => {
  audit.append(nowAt, actorId, 'password_set', userId);
  return success({});
};
