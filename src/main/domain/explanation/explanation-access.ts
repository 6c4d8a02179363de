import { may } from '../access/access.ts';
import type { Config, User } from '../config/config.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';

/** What somebody may do with an explanation that was asked for. */
export type ExplanationAct = 'answer' | 'accept' | 'send_back';

/** Whether it is theirs to give: they were asked, or owe it by now. */
export function isTheirs({ ofUserId, owedById }: Explanation, userId: string): boolean {
  return userId === ofUserId || userId === owedById;
}

/** @returns what is offered on the ticket's screen; each is decided again when it is asked for */
export function allowedOnExplanation(
  user: User,
  explanation: Explanation,
  state: TicketState,
  config: Config,
): ExplanationAct[] {
  const mayAsk = may(user, 'ask_explanation', state, config);
  const isOwn = isTheirs(explanation, user.id);
  if (explanation.status === 'owed') return mayAsk || isOwn ? ['answer'] : [];
  return explanation.status === 'answered' && mayAsk && !isOwn ? ['accept', 'send_back'] : [];
}
