import type { TellingPart } from '../../../preload/contract/explain-tellings.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { grantOf, instantWithin } from '../sla/clocks.ts';
import { instantWhenUsed } from '../sla/running-time.ts';
import type { EventOf } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Forecast } from './forecast.ts';
import type { Step } from './history.ts';

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

/**
 * When a telling is due by the grant that its clock was counted by, whether or not it comes to that.
 * @param then  the ticket as it stood then; null where the clock never ran
 * @returns `moved`: its time lies before the start, or before the match of a policy, and so it is due then
 */
export function dueBy(
  asked: Asked,
  then: TicketState | null,
  config: Config,
): { at: Instant | null; moved: TellingPart['moved'] } {
  const grant = then === null ? null : grantOf(asked.target, then, config);
  if (then === null || grant === null) return { at: null, moved: null };
  const { openMs, startAt, stops, open } = grant;
  const leftMs = asked.beforeMs ?? 0;
  const usedMs = asked.percent === null ? Math.max(0, openMs - leftMs) : Math.ceil((openMs * asked.percent) / 100);
  const byTimeAt = instantWhenUsed(usedMs, startAt, stops, open);
  const isMatched = byTimeAt !== null && then.matchedAt !== null && byTimeAt < then.matchedAt;
  return {
    at: instantWithin(grant, usedMs, then),
    moved: isMatched ? 'match' : asked.percent === null && leftMs > openMs ? 'start' : null,
  };
}
