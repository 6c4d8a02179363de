import type { Message } from '../../domain/messages/message.ts';
import type { WriteContext } from '../commands/write-context.ts';

/** @returns the number by which a message's course is told to whoever watches the desk; empty of a sensitive ticket */
export function toldNumber({ tickets }: WriteContext, { ticketId, number }: Message): string {
  return ticketId !== null && tickets.byId(ticketId)?.sensitive === 1 ? '' : number;
}
