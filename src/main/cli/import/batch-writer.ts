import type { ErrorCode, Failure } from '../../../preload/contract/result.ts';
import type { NewEvent } from '../../domain/ticket/events.ts';
import type { CommandInput } from '../../store/store.ts';
import type { Session } from '../use-store.ts';

/** One transaction: what it costs to make it durable is shared by so many. Nobody else waits behind it: the store is ours. */
const BATCH = 2000;

type Waiting<T> = { row: T; events: readonly NewEvent[] };

export type Batch = CommandInput<'import-batch'>['batch'];

export type Refusal<T> = { row: T; code: ErrorCode };

/**
 * Hands tickets to the store in batches and remembers which row each came from. One batch is written while the next is
 * read: the store has a thread of its own, and neither should wait for the other.
 */
export class BatchWriter<T> {
  readonly #session: Session;
  readonly #batch: Batch;
  #waiting: Waiting<T>[] = [];
  #underWay: Promise<Refusal<T>[] | Failure> | null = null;
  imported = 0;

  constructor(session: Session, batch: Batch) {
    this.#session = session;
    this.#batch = batch;
  }

  /** @returns rows that the store refused of a batch that has been written meanwhile, or the failure that ended it */
  async add(row: T, events: readonly NewEvent[]): Promise<Refusal<T>[] | Failure> {
    this.#waiting.push({ row, events });
    return this.#waiting.length < BATCH ? [] : this.#send();
  }

  /** Waits until all is written. */
  async flush(): Promise<Refusal<T>[] | Failure> {
    const before = await this.#send();
    if ('code' in before) return before;
    const last = await this.#underWay;
    if (last === null) return before;
    return 'code' in last ? last : [...before, ...last];
  }

  /** @returns what came of the batch before */
  async #send(): Promise<Refusal<T>[] | Failure> {
    const before = (await this.#underWay) ?? [];
    if ('code' in before) return before;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#underWay = waiting.length === 0 ? null : this.#write(waiting);
    return before;
  }

  async #write(waiting: readonly Waiting<T>[]): Promise<Refusal<T>[] | Failure> {
    const { store, commandContext } = this.#session;
    const tickets = waiting.map(({ events }) => events);
    const written = await store.execute('import-batch', { batch: this.#batch, tickets }, commandContext());
    if (!written.ok) return written;
    this.imported += written.value.imported;
    return written.value.refused.flatMap(({ index, code }) => {
      const row = waiting[index]?.row;
      return row === undefined ? [] : [{ row, code }];
    });
  }
}
