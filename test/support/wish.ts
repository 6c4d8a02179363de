import type { Config } from '../../src/main/domain/config/config.ts';
import { decide, type TicketCommand } from '../../src/main/domain/ticket/decide.ts';
import type { NewEvent } from '../../src/main/domain/ticket/events.ts';
import type { TicketState } from '../../src/main/domain/ticket/state.ts';
import { uid, type Desk } from './centre.ts';

/** What a person's wish about a desk's ticket comes to: its events, or the code of the refusal. */
export function wish(
  desk: Desk,
  command: TicketCommand,
  by: { config: Config; userId: string; others?: readonly TicketState[] },
): readonly NewEvent[] | string {
  const actor = by.config.user(by.userId);
  if (actor === undefined) throw new Error('no such user');
  let ids = 5000;
  const otherTicket = (id: string): TicketState | null => by.others?.find((other) => other.id === id) ?? null;
  const context = { nowAt: desk.nowAt, actor, config: by.config, newId: () => uid(++ids), otherTicket };
  const result = decide({ state: desk.state, log: desk.log }, command, context, () => 'WK-A-000002');
  return result.ok ? result.value : result.code;
}
