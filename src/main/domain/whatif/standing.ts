import type { TargetClock } from '../../../preload/contract/tickets.ts';
import { targets, type Target } from '../../../preload/contract/values.ts';
import type { standings, WhatIfSide } from '../../../preload/contract/whatif.ts';
import { policyVersionOf } from '../sla/system-defaults.ts';
import type { Config } from '../config/config.ts';
import type { TicketState } from '../ticket/state.ts';

type Standing = (typeof standings)[number];
type TargetSide = WhatIfSide['targets'][Target];

/** As the measures count: `store/projection/outcomes.ts`. */
function standingOf(clock: TargetClock): Standing {
  switch (clock.kind) {
    case 'none':
    case 'met':
      return clock.kind;
    case 'breached':
      return clock.endedAt === null ? 'overdue' : 'missed';
    case 'ended':
      return 'undated';
    case 'running':
    case 'paused':
      return 'running';
  }
}

function targetSide(clock: TargetClock): TargetSide {
  return { standing: standingOf(clock), dueAt: 'dueAt' in clock ? clock.dueAt : null };
}

/** @param level  the highest that was reached */
export function sideOf({ clocks, policyVersionId }: TicketState, level: number, config: Config): WhatIfSide {
  const version = policyVersionId === null ? undefined : policyVersionOf(config, policyVersionId);
  return {
    policyId: version?.policyId ?? null,
    policyName: version?.name ?? null,
    targets: {
      response: targetSide(clocks.response),
      next_response: targetSide(clocks.next_response),
      resolution: targetSide(clocks.resolution),
    },
    level,
  };
}

/** Deadline passed, answered since or not. */
export function isLate({ standing }: TargetSide): boolean {
  return standing === 'missed' || standing === 'overdue';
}

/** Whether the ticket came out otherwise: by another policy, with another deadline or outcome, or at another level. */
export function differs(a: WhatIfSide, b: WhatIfSide): boolean {
  if (a.policyId !== b.policyId || a.level !== b.level) return true;
  return targets.some(
    (target) =>
      a.targets[target].standing !== b.targets[target].standing || a.targets[target].dueAt !== b.targets[target].dueAt,
  );
}
