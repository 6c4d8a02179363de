import { failure } from '../../../../preload/contract/result.ts';
import { decided, refusal, type Decision } from '../decision.ts';

type Input = { text: string; seenVersion: number | null };

/** An answer to the contact. One written on an older state of the ticket is stopped, so that its writer can look again. */
export const reply: Decision<Input> = ({ state }, { text, seenVersion }, context) => {
  const refused = refusal('work_ticket', state, context);
  if (refused !== null) return refused;
  if (seenVersion !== null && seenVersion < state.version) return failure('TICKET_STALE', { version: state.version });
  return decided(context, state, { kind: 'replied', body: { text } });
};
