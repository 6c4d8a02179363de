import { wantedOf } from '../../domain/messages/outward.ts';
import type { Transaction } from '../../domain/ticket/transact.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { enqueue } from './enqueue.ts';
import { marksOf } from './marks.ts';
import { withdrawUndone } from './undone-news.ts';

/** What somebody outside the window is to hear of a ticket's step, in the same transaction. */
export function enqueueWanted(context: WriteContext, { added, happened }: Transaction): void {
  for (const event of added) if (event.kind === 'voided') withdrawUndone(context, event);
  // What a file brings in was told where it comes from.
  if (happened.some(({ event }) => event.kind === 'ticket_created' && event.body.batchId !== null)) return;
  const { config, nowAt, statements } = context;
  for (const wanted of wantedOf(happened, config, marksOf(statements), nowAt)) enqueue(context, wanted);
}
