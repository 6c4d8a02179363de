import { success } from '../../../preload/contract/result.ts';
import type { Command } from './write-context.ts';

export const recordSensitiveRead: Command<'record-sensitive-read'> = ({ ticketId }, { audit, nowAt, actorId }) => {
  audit.append(nowAt, actorId, 'read_sensitive', ticketId);
  return success({});
};
