import { success, type Result } from '../../preload/contract/result.ts';
import type { CommandOutput } from '../store/store.ts';
import { openChannel } from './channel-secrets.ts';
import { deliver } from './deliver.ts';
import { runner, type OutboxParts, type OutboxStep } from './outbox.ts';

/**
 * Sends one message now and nothing else that waits: for a test by somebody who sits before it.
 * @returns how it went; null where it may not leave now (held, paused, no text for it)
 */
export async function sendOne(parts: OutboxParts, messageId: string): Promise<Result<OutboxStep | null>> {
  const run = runner(parts);
  const room = { email: 1, sms: 1, whatsapp: 1 };
  const claims: CommandOutput<'claim-messages'> | null = await run('claim-messages', {
    keychain: parts.secrets !== null,
    room,
    only: messageId,
  });
  const [claimed] = claims?.claimed ?? [];
  const [access] = claims?.channels ?? [];
  const through = access === undefined ? null : await openChannel(access, parts.secrets);
  if (claims === null || claimed === undefined || through === null) return success(null);
  let last: OutboxStep | null = null;
  const onStep = (step: OutboxStep): void => {
    last = step;
  };
  await deliver({ ...parts, onStep }, run, { claimed, token: claims.token, through });
  return success(last);
}
