import { decided, refusal, type Decision } from '../decision.ts';

/** A note to colleagues; the contact never sees it. */
export const addNote: Decision<{ text: string }> = ({ state }, { text }, context) =>
  refusal('work_ticket', state, context) ?? decided(context, state, { kind: 'noted', body: { text } });
