import type { TicketDraft } from '../../domain/import/draft.ts';
import type { CategorySpan } from '../../domain/import/learn-spans.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { Row } from '../../domain/import/read-row.ts';
import { shown, type RowProblem, type RowWarning } from '../../domain/import/row-problem.ts';

export type Judgement = { ok: true; warnings: RowWarning[] } | { ok: false; problems: RowProblem[] };

/**
 * What a good row is held against beyond itself: the rows before it, and what its category has been given.
 * @param known.firstLine  line that has its number already, null for none
 */
export function judgeDraft(
  draft: TicketDraft,
  row: Row,
  mapping: Mapping,
  known: { firstLine: number | null; span: CategorySpan | undefined },
): Judgement {
  const { line } = draft;
  if (known.firstLine !== null) {
    const value = shown(draft.number);
    return {
      ok: false,
      problems: [
        { line, column: mapping.columns.number, value, code: 'TWICE_IN_FILE', detail: String(known.firstLine) },
      ],
    };
  }
  const { span } = known;
  if (span?.kind === 'disagree') {
    const detail = span.spans
      .slice(0, 5)
      .map(({ seconds, rows }) => `${hoursText(seconds)} (${rows} rows)`)
      .join(', ');
    const column = mapping.columns.due ?? '';
    return { ok: false, problems: [{ line, column, value: shown(draft.category), code: 'SPANS_DISAGREE', detail }] };
  }
  const column = mapping.columns.due;
  if (column === undefined || span === undefined) return { ok: true, warnings: [] };
  const dueAt = span.kind === 'span' ? draft.createdAt + span.seconds * 1000 : null;
  if (dueAt === draft.dueAt) return { ok: true, warnings: [] };
  const detail = span.kind === 'span' ? `${hoursText(span.seconds)} after creation` : 'no target';
  const code = draft.dueAt === null ? 'NO_DUE_DATE' : 'DUE_DIFFERS_FROM_POLICY';
  return { ok: true, warnings: [{ line, column, value: shown(row.value(column)), code, detail }] };
}

function hoursText(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds} s`;
}
