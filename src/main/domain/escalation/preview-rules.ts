import type { RulesPreview } from '../../../preload/contract/escalation.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { forecast, type Forecast } from '../explain/forecast.ts';
import { historyOf } from '../explain/history.ts';
import { ruleParts } from '../explain/rules-part.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { foldTicket } from '../ticket/fold.ts';

type Moments = Extract<RulesPreview, { kind: 'preview' }>['moments'];

/** What the hours of rules count from, as far as it is still to come. */
function momentsOf({ happened }: Forecast): Moments {
  return happened.flatMap(({ event }): Moments => {
    if (event.kind === 'reminded')
      return [{ kind: 'reminder', at: event.occurredAt, isSent: event.body.outcome === 'sent' }];
    return event.kind === 'breached' ? [{ kind: 'breach', at: event.occurredAt, target: event.body.target }] : [];
  });
}

/**
 * What escalation rules would do to a ticket if nobody did anything, and why the others would not. The engine itself is run
 * ahead on a copy, so what is shown is what would come; nothing is written.
 * @param log  the ticket's events, in any order
 * @param config  with the rules in question; deadlines stay those of the policy that the ticket was given
 * @param nowAt  epoch ms: looked at from here
 * @returns null for a ticket that is not there; `excluded` and nothing else for a sensitive one
 * Rule: product.md, Escalation 1 to 3 and SLA 10, 11.
 */
export function previewRules(log: readonly TicketEvent[], config: Config, nowAt: Instant): RulesPreview | null {
  const state = foldTicket(log, config);
  if (state === null) return null;
  const { id: ticketId, number, subject, status, assigneeId, escalation } = state;
  if (state.sensitive) return { kind: 'excluded', ticketId, number };
  const ahead = forecast(log, state, config, nowAt);
  const parts = ruleParts({ state, steps: historyOf(log, config), ahead, config, nowAt });
  return {
    kind: 'preview',
    ticketId,
    number,
    subject,
    status,
    level: escalation.level,
    assigneeId,
    nowAt,
    moments: momentsOf(ahead),
    rules: parts.map(({ ruleVersionId, level, standing }) => ({
      ruleId: config.ruleVersion(ruleVersionId)?.ruleId ?? ruleVersionId,
      level,
      standing,
    })),
  };
}
