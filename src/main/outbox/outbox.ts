import type { MessageState } from '../../preload/contract/messages.ts';
import type { Channel, Instant } from '../../preload/contract/values.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Sender } from '../ports/sender.ts';
import type { WatchedClock } from '../scheduler/watched-clock.ts';
import type { CommandInput, CommandName, CommandOutput, Store } from '../store/store.ts';

/** Sends what the store's outbox holds. */
export type Outbox = {
  /** Goes on where the last end left it, then waits for the next instant. */
  start(): Promise<void>;
  /** Looks again: the machine woke, or its clock is trusted once more. */
  check(): Promise<void>;
  /** A mail account's host has replaced its refresh token. */
  keep(renewed: RenewedToken): Promise<void>;
  /** Waits for what is under way and sends nothing more. */
  stop(): Promise<void>;
};

/** `endsAt`: null where nobody says when it ends. */
export type RenewedToken = { clientId: string; userName: string; refreshToken: string; endsAt: Instant | null };

/** One step of a message, for whoever tells of it. Names and addresses of people stay out. */
export type OutboxStep = { number: string; channel: Channel; state: MessageState; code: string | null };

export type OutboxParts = {
  store: Pick<Store, 'execute' | 'query' | 'onChanged'>;
  /** Loads nothing before its first call. */
  sender: Sender;
  /** Null under plain Node, which has no keychain: channels whose secrets lie in one are left to other desks. */
  secrets: Secrets | null;
  /** While it is not trusted nothing is sent. */
  clock: Pick<Clock, 'now' | 'wakeAt'> & Pick<WatchedClock, 'movedByMs'>;
  random: Random;
  logger: Logger;
  onStep?: (step: OutboxStep) => void;
};

/** A command of the outbox: nobody's name, a fresh seed. @returns null where it failed, which is logged */
export type Run = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandOutput<N> | null>;

export function runner({ store, clock, random, logger }: OutboxParts): Run {
  return async (name, input) => {
    const seed = Buffer.from(random.bytes(32)).toString('hex');
    const result = await store.execute(name, input, { nowAt: clock.now(), seed, actorId: null });
    if (result.ok) return result.value;
    logger.warn('outbox_command_failed', { command: name, code: result.code });
    return null;
  };
}
