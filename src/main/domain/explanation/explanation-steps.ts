import type { FoldStep } from '../ticket/fold-step.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';

function find(state: TicketState, requestId: string): Explanation | undefined {
  return state.explanations.find(({ id }) => id === requestId);
}

/** Whether that very run of its time lasts: what the engine did about another has no effect. */
function runsAs(clockId: string, explanation: Explanation | undefined, state: TicketState): explanation is Explanation {
  if (explanation === undefined || explanation.terms === null || isEnded(state.status)) return false;
  return explanation.status === 'owed' && explanation.clockId === clockId;
}

function changed(state: TicketState, before: Explanation, change: Partial<Explanation>): TicketState {
  const explanations = state.explanations.map((each) => (each === before ? { ...each, ...change } : each));
  return { ...state, explanations };
}

/** A sensitive ticket has no due times, and marking one takes them away for good. Rule: product.md, SLA 10. */
export function withoutTerms(state: TicketState): TicketState {
  if (state.explanations.length === 0) return state;
  return { ...state, explanations: state.explanations.map((each) => ({ ...each, terms: null })) };
}

export const requested: FoldStep<'explanation_requested'> = (state, event) => {
  const { body } = event;
  const explanation: Explanation = {
    ...body,
    // Another release may leave them out.
    terms: state.sensitive ? null : (body.terms ?? null),
    id: event.id,
    askedById: event.actorId,
    askedAt: event.occurredAt,
    status: 'owed',
    owedById: body.ofUserId,
    level: 0,
    line: body.ofUserId === null ? [] : [body.ofUserId],
    clockId: event.id,
    startedAt: event.occurredAt,
    isReminded: false,
    isAtEnd: false,
  };
  return { ...state, explanations: [...state.explanations, explanation] };
};

export const answered: FoldStep<'explanation_answered'> = (state, event) => {
  const explanation = find(state, event.body.requestId);
  if (explanation === undefined || explanation.status === 'accepted') return 'overtaken';
  return changed(state, explanation, { status: 'answered' });
};

export const accepted: FoldStep<'explanation_accepted'> = (state, event) => {
  const explanation = find(state, event.body.requestId);
  return explanation?.status === 'answered' ? changed(state, explanation, { status: 'accepted' }) : 'overtaken';
};

/** Owed again by whoever owed it last, who has the whole time anew. */
export const sentBack: FoldStep<'explanation_sent_back'> = (state, event) => {
  const explanation = find(state, event.body.requestId);
  if (explanation?.status !== 'answered') return 'overtaken';
  return changed(state, explanation, {
    status: 'owed',
    clockId: event.id,
    startedAt: event.occurredAt,
    isReminded: false,
  });
};

export const reminded: FoldStep<'explanation_reminded'> = (state, event) => {
  const explanation = find(state, event.body.requestId);
  return runsAs(event.body.clockId, explanation, state)
    ? changed(state, explanation, { isReminded: true })
    : 'overtaken';
};

export const climbed: FoldStep<'explanation_escalated'> = (state, event) => {
  const { requestId, clockId, level, toUserId, lineUserId } = event.body;
  const explanation = find(state, requestId);
  if (!runsAs(clockId, explanation, state)) return 'overtaken';
  if (toUserId === null || lineUserId === null) return changed(state, explanation, { isAtEnd: true });
  return changed(state, explanation, {
    level,
    owedById: toUserId,
    line: [...explanation.line, lineUserId],
    clockId: event.id,
    startedAt: event.occurredAt,
    isReminded: false,
  });
};
