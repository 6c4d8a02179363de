import { failure, type Result } from '../../../preload/contract/result.ts';
import type * as contract from '../../../preload/contract/tickets.ts';
import type { z } from 'zod';
import type { DecisionContext, Decision } from './decision.ts';
import { acknowledge } from './decisions/acknowledge.ts';
import { addNote } from './decisions/add-note.ts';
import { answerExplanation } from './decisions/answer-explanation.ts';
import { askExplanation } from './decisions/ask-explanation.ts';
import { assignTicket } from './decisions/assign-ticket.ts';
import { createTicket } from './decisions/create-ticket.ts';
import { escalateByHand } from './decisions/escalate-by-hand.ts';
import { acceptExplanation, sendBackExplanation } from './decisions/judge-explanation.ts';
import { markSensitive } from './decisions/mark-sensitive.ts';
import { mergeTicket } from './decisions/merge-ticket.ts';
import { moveTicket } from './decisions/move-ticket.ts';
import { reapplyPolicy } from './decisions/reapply-policy.ts';
import { refer } from './decisions/refer.ts';
import { reply } from './decisions/reply.ts';
import { setStatus } from './decisions/set-status.ts';
import { stepDown } from './decisions/step-down.ts';
import { undo } from './decisions/undo.ts';
import { unmarkSensitive } from './decisions/unmark-sensitive.ts';
import { updateTicket } from './decisions/update-ticket.ts';
import type { NewEvent, TicketEvent } from './events.ts';
import type { TicketState } from './state.ts';

type Inputs = {
  update: contract.UpdateTicketInput;
  assign: z.output<typeof contract.assignTicketInput>;
  set_status: z.output<typeof contract.setStatusInput>;
  note: z.output<typeof contract.noteInput>;
  reply: z.output<typeof contract.replyInput>;
  mark_sensitive: z.output<typeof contract.markSensitiveInput>;
  unmark_sensitive: z.output<typeof contract.unmarkSensitiveInput>;
  refer: z.output<typeof contract.referInput>;
  escalate: z.output<typeof contract.escalateInput>;
  acknowledge: z.output<typeof contract.acknowledgeInput>;
  step_down: z.output<typeof contract.stepDownInput>;
  move: z.output<typeof contract.moveInput>;
  merge: z.output<typeof contract.mergeInput>;
  reapply: z.output<typeof contract.reapplyInput>;
  ask_explanation: z.output<typeof contract.askExplanationInput>;
  answer_explanation: z.output<typeof contract.answerExplanationInput>;
  accept_explanation: z.output<typeof contract.acceptExplanationInput>;
  send_back_explanation: z.output<typeof contract.sendBackExplanationInput>;
  undo: z.output<typeof contract.undoInput>;
};

/** What a person asks of a ticket: a verb, and the contract's parsed input for it. */
export type TicketCommand =
  | { kind: 'create'; input: contract.CreateTicketInput }
  | { [K in keyof Inputs]: { kind: K; input: Inputs[K] } }[keyof Inputs];

const decisions: { readonly [K in keyof Inputs]: Decision<Inputs[K]> } = {
  update: updateTicket,
  assign: assignTicket,
  set_status: setStatus,
  note: addNote,
  reply,
  mark_sensitive: markSensitive,
  unmark_sensitive: unmarkSensitive,
  refer,
  escalate: escalateByHand,
  acknowledge,
  step_down: stepDown,
  move: moveTicket,
  merge: mergeTicket,
  reapply: reapplyPolicy,
  ask_explanation: askExplanation,
  answer_explanation: answerExplanation,
  accept_explanation: acceptExplanation,
  send_back_explanation: sendBackExplanation,
  undo,
};

/**
 * What follows from a person's wish: events, or the reason why not. Access is decided here, for every way in.
 * @param ticket  null when there is none yet, or none that this desk has
 * @param nextNumber  next tracking number, asked for only by a creation that goes through
 */
export function decide(
  ticket: { state: TicketState; log: readonly TicketEvent[] } | null,
  command: TicketCommand,
  context: DecisionContext,
  nextNumber: () => string,
): Result<readonly NewEvent[]> {
  if (command.kind === 'create') return createTicket(command.input, context, nextNumber);
  if (ticket === null) return failure('NOT_FOUND');
  const decision = decisions[command.kind] as Decision<typeof command.input>;
  return decision(ticket, command.input, context);
}
