import { ticketOperations } from '../../../preload/contract/tickets.ts';
import type { Config, User } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import { may } from './access.ts';

type TicketOperation = (typeof ticketOperations)[number];

/** Whether an operation makes sense on the ticket as it stands, whoever asks. */
const sensible: Readonly<Record<TicketOperation, (state: TicketState, user: User) => boolean>> = {
  work_ticket: () => true,
  assign_ticket: () => true,
  take_ticket: (state, user) => state.assigneeId !== user.id,
  escalate_by_hand: (state) => !isEnded(state.status) && !state.sensitive,
  acknowledge: (state) => state.escalation.level > 0 && !isEnded(state.status),
  step_down: (state) => state.escalation.level > 0,
  ask_explanation: () => true,
  mark_sensitive: (state) => !state.sensitive,
  unmark_sensitive: (state) => state.sensitive,
};

/** @returns what the ticket view offers this user; each is decided again when it is asked for */
export function allowedOn(user: User, state: TicketState, config: Config): TicketOperation[] {
  return ticketOperations.filter(
    (operation) => sensible[operation](state, user) && may(user, operation, state, config),
  );
}
