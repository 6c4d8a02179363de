import type { CategorySpan } from '../../domain/import/learn-spans.ts';
import type { DirectoryPlan } from '../../domain/import/plan-directory.ts';
import type { PolicyPlan } from '../../domain/import/plan-policies.ts';
import type { RowProblem, RowWarning } from '../../domain/import/row-problem.ts';
import type { ImportReport, Remark, ReportedRemark } from './import-report.ts';
import { remarkText } from './row-text.ts';

const KEPT = 10_000;

/** Gathers what an import has to tell; memory is bounded, however many rows are wrong. */
export class ReportCollector {
  rows = 0;
  refused = 0;
  duplicates = 0;
  readonly #warnings: Record<string, number> = {};
  readonly #problems: ReportedRemark[] = [];
  readonly #firstWarnings: ReportedRemark[] = [];

  refuse(problems: readonly RowProblem[]): void {
    this.refused += 1;
    if (problems.some(({ code }) => code === 'ALREADY_THERE')) this.duplicates += 1;
    for (const problem of problems) keep(this.#problems, problem);
  }

  warn(warnings: readonly RowWarning[]): void {
    for (const warning of warnings) {
      this.#warnings[warning.code] = (this.#warnings[warning.code] ?? 0) + 1;
      keep(this.#firstWarnings, warning);
    }
  }

  report(made: {
    dryRun: boolean;
    batch: string | null;
    imported: number;
    directory: DirectoryPlan;
    organizationMade: boolean;
    policies: PolicyPlan;
    rulesMade: number;
    spans: ReadonlyMap<string, CategorySpan>;
    seconds: number;
  }): ImportReport {
    const { directory, policies } = made;
    const kinds = [...made.spans.values()].map(({ kind }) => kind);
    return {
      dry_run: made.dryRun,
      batch: made.batch,
      organization: { name: directory.organization.name, made: made.organizationMade },
      rows: this.rows,
      imported: made.imported,
      refused: this.refused,
      duplicates: this.duplicates,
      teams_made: directory.teamsMade.map(({ name }) => name),
      categories_added: directory.categoriesAdded.length,
      policies: {
        made: policies.made,
        with_target: kinds.filter((kind) => kind === 'span').length,
        without_target: kinds.filter((kind) => kind === 'none').length,
        unchanged: policies.unchanged,
        changed: policies.changed.map(({ category, fromSeconds, toSeconds }) => ({
          category,
          from_seconds: fromSeconds,
          to_seconds: toSeconds,
        })),
      },
      rules_made: made.rulesMade,
      warnings: this.#warnings,
      // The store refuses a batch at a time, so its refusals come later than those of rows behind them.
      problems: this.#problems.sort((a, b) => a.line - b.line),
      first_warnings: this.#firstWarnings,
      seconds: made.seconds,
    };
  }
}

function keep(list: ReportedRemark[], remark: Remark): void {
  if (list.length >= KEPT) return;
  const { line, column, value, code } = remark;
  list.push({ line, column, value, code, text: remarkText(remark) });
}
