import { v7 } from 'uuid';
import type { Failure } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { TicketDraft } from '../../domain/import/draft.ts';
import { draftEvents } from '../../domain/import/draft-events.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { RowProblem } from '../../domain/import/row-problem.ts';
import type { Session } from '../use-store.ts';
import { BatchWriter, type Batch, type Refusal } from './batch-writer.ts';
import type { ReportCollector } from './collect-report.ts';
import type { CsvRow } from './csv-rows.ts';
import { judgeDraft } from './judge-draft.ts';
import type { Prepared } from './prepare-import.ts';
import type { RejectsFile } from './rejects-file.ts';
import { NumbersSeen, readCsvRow, type Survey } from './survey-file.ts';

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
    return this.#settle(await this.#writer.flush());
  }

  async #lookUp(taken: Taken): Promise<null> {
    const { session } = this.#parts;
    const there = await session.store.query('find-ticket', { number: taken.draft.number }, session.queryContext());
    if (there.ok) return this.#refuseByStore({ row: taken, code: 'DUPLICATE_NAME' });
    this.#wouldImport += 1;
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
      newId: () => v7(),
    });
    return this.#settle(await this.#writer.add(taken, events));
  }

  async #settle(written: Refusal<Taken>[] | Failure): Promise<Failure | null> {
    if ('code' in written) return written;
    for (const refusal of written) await this.#refuseByStore(refusal);
    return null;
  }

  async #refuseByStore({ row, code }: Refusal<Taken>): Promise<null> {
    const { draft } = row;
    const column = this.#parts.mapping.columns.number;
    const reason = code === 'DUPLICATE_NAME' ? 'ALREADY_THERE' : 'REFUSED_BY_STORE';
    return this.#refuse(row, [{ line: draft.line, column, value: draft.number, code: reason, detail: code }]);
  }

  async #refuse(source: Source, problems: readonly RowProblem[]): Promise<null> {
    const { collector, rejects } = this.#parts;
    collector.refuse(problems);
    await rejects?.add(source.header, source.fields, problems);
    return null;
  }
}
