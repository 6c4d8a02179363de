import type { ErrorCode, Failure } from '../../../preload/contract/result.ts';
import type { NewEvent } from '../../domain/ticket/events.ts';
import type { CommandInput } from '../../store/store.ts';
import type { Session } from '../use-store.ts';

/** Large enough to pay for one durable transaction, small enough that a desk's own work never waits long behind it. */
const BATCH = 500;

type Waiting<T> = { row: T; events: readonly NewEvent[] };

export type Batch = CommandInput<'import-batch'>['batch'];

export type Refusal<T> = { row: T; code: ErrorCode };

/** Hands tickets to the store in batches, each one transaction, and remembers which row each came from. */
export class BatchWriter<T> {
  readonly #session: Session;
  readonly #batch: Batch;
  #waiting: Waiting<T>[] = [];
  imported = 0;

  constructor(session: Session, batch: Batch) {
    this.#session = session;
    this.#batch = batch;
  }

  /** @returns rows that the store refused of a batch that has just been written, or the failure that ended it */
  async add(row: T, events: readonly NewEvent[]): Promise<Refusal<T>[] | Failure> {
    this.#waiting.push({ row, events });
    return this.#waiting.length < BATCH ? [] : this.flush();
  }

  async flush(): Promise<Refusal<T>[] | Failure> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return [];
    this.#waiting = [];
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
