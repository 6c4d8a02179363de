import type { OpenChannel, SendOutcome } from '../ports/sender.ts';
import type { CommandOutput } from '../store/store.ts';
import type { OutboxParts, Run } from './outbox.ts';

export type Claimed = CommandOutput<'claim-messages'>['claimed'][number];

/** The adapter rejects for a bug alone: then nobody knows what left. */
async function sent(
  { sender, logger }: OutboxParts,
  { outgoing }: Claimed,
  through: OpenChannel,
): Promise<SendOutcome> {
  try {
    return await sender.send(outgoing, through);
  } catch (error) {
    logger.error('send_broke', { error: error instanceof Error ? error.name : 'not an Error' });
    return { kind: 'unsure', code: 'BROKEN' };
  }
}

/**
 * One claimed message: its sending is committed, then the network is touched, then what came of it is committed. A crash
 * between any two of them leaves a state from which the next start goes on.
 */
export async function deliver(
  parts: OutboxParts,
  run: Run,
  { claimed, token, through }: { claimed: Claimed; token: string; through: OpenChannel },
): Promise<void> {
  const { number, outgoing } = claimed;
  const { messageId: id, channel } = outgoing;
  const sending = await run('message-sending', { ids: [id], token });
  // Taken back meanwhile, or the disk is full: nothing leaves.
  if (sending?.ids.includes(id) !== true) return;
  const outcome = await sent(parts, claimed, through);
  const stepped = await run('message-outcome', { id, token, outcome });
  if (stepped === null) return;
  if (stepped.alarm !== null) parts.logger.error('message_needs_somebody', { code: stepped.alarm });
  const code = outcome.kind === 'accepted' ? null : outcome.code;
  parts.onStep?.({ number, channel, state: stepped.state, code });
}
