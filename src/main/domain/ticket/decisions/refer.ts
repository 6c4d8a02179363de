import { decided, refusal, type Decision } from '../decision.ts';

/** A referral of a sensitive ticket to another body, with that body's reference. */
export const refer: Decision<{ to: string; reference: string }> = ({ state }, { to, reference }, context) =>
  refusal('work_ticket', state, context) ?? decided(context, state, { kind: 'referred', body: { to, reference } });
