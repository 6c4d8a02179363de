import type { RowProblem, RowWarning } from '../../domain/import/row-problem.ts';

/** What `wk import --json` prints; its form is documented in docs/import.md and only ever added to. */
export type ImportReport = {
  dry_run: boolean;
  /** Names the import for `wk import --undo`; null when nothing was written. */
  batch: string | null;
  organization: { name: string; made: boolean };
  rows: number;
  /** Tickets made, or that would be. */
  imported: number;
  /** Rows refused, those that are there already among them. */
  refused: number;
  duplicates: number;
  teams_made: string[];
  categories_added: number;
  policies: {
    made: number;
    with_target: number;
    without_target: number;
    unchanged: number;
    changed: { category: string; from_seconds: number | null; to_seconds: number }[];
  };
  /** Escalation rules; only an organization that is made gets any. */
  rules_made: number;
  warnings: Record<string, number>;
  /** The first 10,000 of each; a file of rejects (`--rejects`) has every refused row. */
  problems: ReportedRemark[];
  first_warnings: ReportedRemark[];
  seconds: number;
};

export type ReportedRemark = { line: number; column: string; value: string; code: string; text: string };

export type Remark = RowProblem | RowWarning;
