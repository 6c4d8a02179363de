import { success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

export const recordSignIn: Command<'record-sign-in'> = ({ userId, outcome }, { audit, nowAt }) => {
  audit.append(nowAt, userId, outcome, userId);
  return success({});
};
