import type { TellingPart } from '../../../preload/contract/explain-tellings.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { grantOf, instantWithin } from '../sla/clocks.ts';
import type { EventOf } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Forecast } from './forecast.ts';
import type { Step } from './history.ts';
import { decidingState } from './reckoning.ts';

export type Telling = EventOf<'warned'> | EventOf<'reminded'>;
/** What tellings are looked up in. */
export type Lookup = {
  state: TicketState;
  steps: readonly Step[];
  ahead: Forecast;
  /** The ticket if its clocks ran again from now on; null while none stands still. */
  resumed: TicketState | null;
  config: Config;
  nowAt: Instant;
};

/** One telling that a policy asks for, or that was recorded. */
export type Asked = {
  kind: TellingPart['kind'];
  target: Target;
  nth: number | null;
  percent: number | null;
  beforeMs: number | null;
};

/** Whether an event is that telling. */
export function isOf({ kind, target, nth }: Asked, event: { kind: string; body: unknown }): event is Telling {
  if (event.kind !== (kind === 'warning' ? 'warned' : 'reminded')) return false;
  const body = event.body as Telling['body'];
  return body.target === target && (nth === null || ('nth' in body && body.nth === nth));
}

/** Its instant by the grant that the clock was counted by, whether or not it comes to that. */
export function instantOfTelling(asked: Asked, { steps, config }: Pick<Lookup, 'steps' | 'config'>): Instant | null {
  const then = decidingState(asked.target, steps, config);
  const grant = then === null ? null : grantOf(asked.target, then, config);
  if (then === null || grant === null) return null;
  const { openMs } = grant;
  const usedMs =
    asked.percent === null ? Math.max(0, openMs - (asked.beforeMs ?? 0)) : Math.ceil((openMs * asked.percent) / 100);
  return instantWithin(grant, usedMs, then);
}
