import type { ImportReport, ReportedRemark } from './import-report.ts';

const SHOWN_WARNINGS = 5;

function remark({ line, text }: ReportedRemark): string {
  return `  line ${line}: ${text}`;
}

/** @returns the report for people: what was made, then every bad row, each line with its end */
export function importReportText(report: ImportReport): string {
  const { organization, policies, problems, first_warnings: warnings } = report;
  const would = report.dry_run ? ' would be' : '';
  const warned = Object.values(report.warnings).reduce((sum, count) => sum + count, 0);
  const lines = [
    ...(report.dry_run ? ['Dry run: nothing was written.'] : []),
    `${report.rows} rows: ${report.imported} tickets${would} imported, ${report.refused} rows refused (${report.duplicates} of them there already)`,
    `Organization: ${organization.name}${organization.made ? `,${would} made` : ''}`,
    `Policies: ${policies.made}${would} made, ${policies.changed.length} changed, ${policies.unchanged} as they were; ${policies.with_target} categories with a target, ${policies.without_target} without`,
    ...policies.changed.map(
      ({ category, from_seconds: from, to_seconds: to }) =>
        `  ${category}: ${from === null ? 'no target' : `${from} s`} → ${to} s`,
    ),
    ...(report.rules_made === 0 ? [] : [`Escalation rules: ${report.rules_made}${would} made`]),
    `Teams: ${report.teams_made.length}${would} made. Categories: ${report.categories_added}${would} added.`,
    ...(report.batch === null ? [] : [`Batch: ${report.batch} (wk import --undo ${report.batch} takes it back)`]),
    ...(warned === 0 ? [] : [`Remarks: ${warned}`]),
    ...warnings.slice(0, SHOWN_WARNINGS).map(remark),
    ...(warned > SHOWN_WARNINGS ? [`  … and ${warned - SHOWN_WARNINGS} more; --json has them`] : []),
    ...(problems.length === 0 ? [] : ['Refused:']),
    ...problems.map(remark),
    `${report.seconds.toFixed(1)} s`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
