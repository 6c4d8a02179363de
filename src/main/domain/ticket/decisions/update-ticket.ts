import type { UpdateTicketInput } from '../../../../preload/contract/tickets.ts';
import { decided, refusal, type Decision } from '../decision.ts';

export const updateTicket: Decision<UpdateTicketInput> = ({ state }, { patch }, context) => {
  const refused = refusal('work_ticket', state, context);
  if (refused !== null) return refused;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return decided(context, state, { kind: 'ticket_updated', body: { patch: given } });
};
