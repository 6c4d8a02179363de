import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { ConfigImported } from '../../../preload/contract/config-files.ts';
import type { PublishOutcome } from '../../../preload/contract/publishing.ts';
import type { ErrorCode } from '../../../preload/contract/result.ts';
import type { TicketChanged } from '../../../preload/contract/tickets.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import type { Draft } from '../../domain/publishing/draft.ts';
import type { TicketCommand } from '../../domain/ticket/decide.ts';
import type { NewEvent, TicketEvent } from '../../domain/ticket/events.ts';
import type { UnshownNews } from '../../ports/notifier.ts';
import type { OutboxCommandMap } from './outbox-command-map.ts';

/** Given with each command, so that the same commands with the same contexts make the same store. */
export type CommandContext = {
  /** Epoch ms, UTC: the only time that the command sees. */
  nowAt: Instant;
  /** 32 random bytes as hex; every id that the command makes is derived from it. */
  seed: string;
  /** The clock that gave `nowAt` is not trusted: nothing is worked off by it. */
  isHeld?: boolean;
  /** Who asks; null for the engine and for the machine's own operator (first run, imports by the command line). */
  actorId: string | null;
};

/** What the engine did to a ticket, by its tracking number: empty of a sensitive one, which nobody is told of who watches. */
export type Act = { number: string; event: TicketEvent };

export type ImportBatch = { id: string; organizationId: string; fileName: string };

/** Every write that the store knows: one name, one message, one transaction. */
export type CommandMap = OutboxCommandMap & {
  'ticket-command': { input: TicketCommand; output: TicketChanged };
  /** All or none of the entities. A policy or rule version keeps its own id as the id of its event. */
  'save-config': { input: { entities: readonly ConfigEntity[] }; output: { configVersion: number } };
  /** A draft, all or none of it. What comes of it is the output, also where nothing was written. */
  'publish-config': { input: Draft; output: PublishOutcome };
  /** A configuration file, all or none of it; `seen`: the digest of the dry run that it is to agree with, if any. */
  'import-config': {
    input: { text: string; seen: string | null; reapply: boolean; note: string };
    output: ConfigImported;
  };
  /** Looks through up to `limit` open tickets that an order to re-apply names; call until there is no `more`. */
  'reapply-config': { input: { limit: number }; output: { reapplied: number; more: boolean } };
  /** ALREADY_DECIDED for a proposal that is not open. */
  'decide-proposal': {
    input: { proposalId: string; verdict: 'approve' | 'reject' | 'withdraw'; reason: string };
    output: PublishOutcome;
  };
  /**
   * One list of events per ticket, its `ticket_created` first. An empty `number` gets the next tracking number.
   * A ticket whose number or id is there already is refused alone; the rest go in. Call again with the same batch to go on.
   * `wasAwake`: their past was lived by a desk that never slept, as that of the sample.
   */
  'import-batch': {
    input: { batch: ImportBatch; tickets: readonly (readonly NewEvent[])[]; wasAwake?: boolean };
    output: { imported: number; refused: { index: number; code: ErrorCode }[] };
  };
  /** Takes back up to `limit` tickets of the batch; call until `remaining` is 0. NOTHING_TO_UNDO for an unknown or undone batch. */
  'undo-batch': { input: { batchId: string; limit: number }; output: { undone: number; remaining: number } };
  /**
   * Works off up to `limit` tickets whose next instant has come, earliest first. `awaiting`: also tries those whose
   * escalation found nobody (ask so after the directory changed). `more`: call again. `failures`: what the runtime said of
   * tickets that could not be worked off; they are set aside and tried again later, and the others are not kept waiting.
   * `telling`: also gives what was done, event by event.
   */
  'work-off': {
    input: { limit: number; awaiting: boolean; telling?: boolean };
    output: { worked: number; added: number; more: boolean; nextAt: Instant | null; failures: string[]; acts: Act[] };
  };
  /** An empty text removes the draft. */
  'save-draft': { input: { key: string; text: string }; output: Record<string, never> };
  'mark-notifications-read': {
    input: { lines: readonly Pick<NotificationItem, 'id' | 'ticketId'>[] };
    output: { unread: number };
  };
  /** What the actor has neither read nor been shown outside the window yet, oldest first; each is given once. */
  'take-unshown-notifications': { input: { limit: number }; output: { items: UnshownNews[] } };
  'set-preference': { input: { key: string; value: string }; output: Record<string, never> };
  'record-sign-in': {
    input: { userId: string | null; outcome: 'signed_in' | 'refused' | 'locked' | 'signed_out' };
    output: Record<string, never>;
  };
  /** Asked before a user's slot is made or replaced; its actor is null when the recovery key did it. */
  'record-clock-confirmed': { input: Record<string, never>; output: Record<string, never> };
  'record-password-set': { input: { userId: string }; output: Record<string, never> };
  /** Asked by the facade itself, before a sensitive ticket is handed to its reader. */
  'record-sensitive-read': { input: { ticketId: string }; output: Record<string, never> };
};

export type CommandName = keyof CommandMap;
export type CommandInput<N extends CommandName> = CommandMap[N]['input'];
export type CommandOutput<N extends CommandName> = CommandMap[N]['output'];
