import type { ConfigSnapshot } from '../../src/main/domain/config/config-snapshot.ts';
import type { ConfigEntity } from '../../src/main/domain/config/config.ts';
import type { HumanEvent, TicketEvent } from '../../src/main/domain/ticket/events.ts';
import type { TicketState } from '../../src/main/domain/ticket/state.ts';
import { hearingsOf } from '../../src/main/domain/messages/notices.ts';
import { replayConfig } from '../../src/main/domain/whatif/replay-config.ts';
import { replay } from '../../src/main/domain/whatif/replay.ts';
import { whatPeopleDid } from '../../src/main/domain/whatif/what-people-did.ts';
import { WhatIf } from '../../src/main/domain/whatif/what-if.ts';
import { Desk, HOUR, T0 } from './centre.ts';

/** What the engine did, without the ids: a replay gives its own. */
export type Doing = { kind: string; occurredAt: number; detail: unknown };

function doingOf(event: TicketEvent): Doing[] {
  const { kind, occurredAt } = event;
  switch (kind) {
    case 'breached':
      return [{ kind, occurredAt, detail: event.body.target }];
    case 'warned':
      return [{ kind, occurredAt, detail: [event.body.target, event.body.outcome, event.body.to] }];
    case 'reminded':
      return [{ kind, occurredAt, detail: [event.body.nth, event.body.outcome, event.body.to] }];
    case 'escalated':
      return [{ kind, occurredAt, detail: [event.body.level, event.body.targetUserId] }];
    case 'escalation_skipped':
      return [{ kind, occurredAt, detail: [event.body.level, event.body.why] }];
    case 'explanation_reminded':
    case 'explanation_escalated':
      return [{ kind, occurredAt, detail: [event.body.level, event.body.outcome, event.body.to] }];
    default:
      return [];
  }
}

export type Replayed = { state: TicketState | null; did: Doing[]; told: [at: number, userId: string, kind: string][] };

/** The log under a configuration, as if that had always been there. */
export function replayed(log: readonly TicketEvent[], config: ConfigSnapshot, untilAt: number): Replayed {
  const did: Doing[] = [];
  const told: Replayed['told'] = [];
  const state = replay(whatPeopleDid(log, untilAt), {
    config: replayConfig(config, []),
    untilAt,
    tell(at, happened) {
      for (const { event, state: after } of happened) {
        if (!after.overtaken.includes(event.id)) did.push(...doingOf(event));
      }
      for (const { user, kind } of hearingsOf(happened, config)) told.push([at, user.id, kind]);
    },
  });
  return { state, did, told };
}

/** What the desk's own log says of the same. */
export function doingsOf(desk: Desk): Doing[] {
  const { overtaken } = desk.state;
  return desk.log.filter(({ id }) => !overtaken.includes(id)).flatMap(doingOf);
}

/** A desk that is awake at every instant, and people who act at the given hours. */
export function awakeDesk(config: ConfigSnapshot, acts: readonly (readonly [hours: number, act: HumanEvent])[]): Desk {
  const desk = new Desk(config);
  for (const [hours, act] of acts) {
    const at = T0 + Math.round(hours * HOUR);
    if (desk.log.length > 0 && at > desk.nowAt) desk.awakeUntil(at - 1);
    desk.at(at).does(act);
  }
  return desk;
}

export const hoursOf = (doings: readonly Doing[]): [string, number, unknown][] =>
  doings.map(({ kind, occurredAt, detail }) => [kind, (occurredAt - T0) / HOUR, detail]);

/** What a draft makes of logs, against what is in force. */
export function whatIfOf(
  logs: readonly (readonly TicketEvent[])[],
  inForce: ConfigSnapshot,
  draft: readonly ConfigEntity[],
  period: { fromAt: number; untilAt: number },
): WhatIf {
  const live = replayConfig(inForce, []);
  const run = new WhatIf({ inForce, live, draft: replayConfig(inForce, draft), period, mostChanged: Infinity });
  for (const log of logs) run.add(log);
  return run;
}
