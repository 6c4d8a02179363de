import type { Sender } from '../ports/sender.ts';
import { createOutbox } from './dispatcher.ts';
import type { Outbox, OutboxParts, RenewedToken } from './outbox.ts';

/**
 * The outbox of a desk with its own sender, started: it ends with it.
 * @param makeSender  given what takes a mail account's new token
 */
export function startOutbox(
  parts: Omit<OutboxParts, 'sender'>,
  makeSender: (onRenewed: (renewed: RenewedToken) => void) => Sender,
): Outbox {
  const sender = makeSender((renewed) => void outbox.keep(renewed));
  const outbox = createOutbox({ ...parts, sender });
  void outbox.start();
  return outbox;
}
