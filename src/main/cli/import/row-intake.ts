import type { Failure } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { TicketDraft } from '../../domain/import/draft.ts';
import { draftEvents } from '../../domain/import/draft-events.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { shown, type RowProblem, type RowProblemCode } from '../../domain/import/row-problem.ts';
import type { Session } from '../use-store.ts';
import { BatchWriter, type Batch, type Refusal } from './batch-writer.ts';
import type { ReportCollector } from './collect-report.ts';
import type { CsvRow } from './csv-rows.ts';
import { judgeDraft } from './judge-draft.ts';
import type { Prepared } from './prepare-import.ts';
import type { RejectsFile } from './rejects-file.ts';
import { risingIds } from './rising-ids.ts';
import { NumbersSeen, readCsvRow, type Survey } from './survey-file.ts';
import { LOOKED_UP, takenNumbers } from './taken-numbers.ts';

type Source = { fields: readonly string[]; header: readonly string[] };
type Taken = Source & { draft: TicketDraft };

export type IntakeParts = {
  session: Session;
  mapping: Mapping;
  importAt: Instant;
  dryRun: boolean;
  batch: Batch;
  survey: Survey;
  prepared: Prepared;
  collector: ReportCollector;
  rejects: RejectsFile | null;
};

/** Takes the rows of the second reading one by one: good ones on their way to the store, bad ones into the report. */
export class RowIntake {
  readonly #parts: IntakeParts;
  readonly #writer: BatchWriter<Taken>;
  readonly #numbers = new NumbersSeen();
  readonly #newId = risingIds();
  /** Rows of a dry run that wait until it is worth asking the store about them. */
  #unasked: { row: Taken }[] = [];
  #wouldImport = 0;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#writer = new BatchWriter(parts.session, parts.batch);
  }

  get imported(): number {
    return this.#parts.dryRun ? this.#wouldImport : this.#writer.imported;
  }

  /** @returns a failure of the store that ends the import */
  async take(row: CsvRow, header: readonly string[]): Promise<Failure | null> {
    const { mapping, importAt, collector, survey, dryRun } = this.#parts;
    collector.rows += 1;
    const source = { fields: row.fields, header };
    const reading = readCsvRow(row, header.length, mapping, importAt);
    if (!reading.ok) return this.#refuse(source, reading.problems);
    const { draft } = reading;
    const known = { firstLine: this.#numbers.firstLine(draft), span: survey.spans.get(draft.category) };
    const judged = judgeDraft(draft, row, mapping, known);
    if (!judged.ok) return this.#refuse(source, judged.problems);
    collector.warn([...reading.warnings, ...judged.warnings]);
    return dryRun ? this.#lookUp({ draft, ...source }) : this.#write({ draft, ...source });
  }

  /** Writes what still waits. */
  async end(): Promise<Failure | null> {
    return this.#parts.dryRun ? this.#lookUpAll() : this.#settle(await this.#writer.flush());
  }

  async #lookUp(taken: Taken): Promise<Failure | null> {
    this.#unasked.push({ row: taken });
    return this.#unasked.length < LOOKED_UP ? null : this.#lookUpAll();
  }

  async #lookUpAll(): Promise<Failure | null> {
    const rows = this.#unasked;
    this.#unasked = [];
    const free = await this.#refuseTaken(rows);
    if ('code' in free) return free;
    this.#wouldImport += free.length;
    return null;
  }

  async #write(taken: Taken): Promise<Failure | null> {
    const { mapping, importAt, batch, prepared } = this.#parts;
    const events = draftEvents(taken.draft, {
      mapping,
      importAt,
      organizationId: batch.organizationId,
      teamId: prepared.directory.teamIds.get(taken.draft.team) ?? null,
      batchId: batch.id,
      actorId: prepared.actor.id,
      newId: this.#newId,
    });
    return this.#settle(await this.#writer.add(taken, events));
  }

  async #settle(written: Refusal<Taken>[] | Failure): Promise<Failure | null> {
    if ('code' in written) return written;
    const unexplained = await this.#refuseTaken(written);
    if ('code' in unexplained) return unexplained;
    for (const { row, code } of unexplained) await this.#refuseNumber(row, 'REFUSED_BY_STORE', code);
    return null;
  }

  /** Refuses those whose number a ticket has. @returns the others, or the store's failure */
  async #refuseTaken<T extends { row: Taken }>(asked: readonly T[]): Promise<T[] | Failure> {
    const { session, batch } = this.#parts;
    const numbers = asked.map(({ row }) => row.draft.number);
    const taken = await takenNumbers(session, batch.organizationId, numbers);
    if (!taken.ok) return taken;
    const { here, elsewhere } = taken.value;
    const others: T[] = [];
    for (const one of asked) {
      const { number } = one.row.draft;
      if (elsewhere.has(number)) await this.#refuseNumber(one.row, 'NUMBER_ELSEWHERE', '');
      else if (here.has(number)) await this.#refuseNumber(one.row, 'ALREADY_THERE', '');
      else others.push(one);
    }
    return others;
  }

  async #refuseNumber(row: Taken, code: RowProblemCode, detail: string): Promise<null> {
    const { number, line } = row.draft;
    const column = this.#parts.mapping.columns.number;
    return this.#refuse(row, [{ line, column, value: shown(number), code, detail }]);
  }

  async #refuse(source: Source, problems: readonly RowProblem[]): Promise<null> {
    const { collector, rejects } = this.#parts;
    collector.refuse(problems);
    await rejects?.add(source.header, source.fields, problems);
    return null;
  }
}
