import type { Instant } from '../../../preload/contract/values.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { TicketDraft } from './draft.ts';
import type { Mapping, StatusMeaning } from './mapping.ts';
import { shown, type RowProblem, type RowProblemCode, type RowWarning, type RowWarningCode } from './row-problem.ts';

/** A record of the file. `value` gives '' for a blank field. */
export type Row = { line: number; value(column: string): string };

export type RowReading =
  { ok: true; draft: TicketDraft; warnings: RowWarning[] } | { ok: false; problems: RowProblem[] };

/** As the desk's own intake: a longer text is refused and never cut. */
const LINE = 300;
const TEXT = 20_000;
const NUMBER = 40;

/** Two machines' clocks differ a little: what is created now there may be a moment ahead here. */
const FUTURE_TOLERANCE_MS = 5 * 60_000;

/**
 * What a row says, by the mapping.
 * @param importAt  now, epoch ms: a ticket that was made or closed later than that is refused
 * @returns the draft with what is odd about it, or everything that is wrong with the row and not only the first thing
 */
export function readRow(row: Row, mapping: Mapping, importAt: Instant): RowReading {
  const problems: RowProblem[] = [];
  const warnings: RowWarning[] = [];
  const { columns } = mapping;

  const remark = <C extends string>(code: C, column: string, detail = '') => ({
    line: row.line,
    column,
    value: shown(row.value(column)),
    code,
    detail,
  });
  const problem = (code: RowProblemCode, column: string, detail = ''): void => {
    problems.push(remark(code, column, detail));
  };
  const warning = (code: RowWarningCode, column: string, detail = ''): void => {
    warnings.push(remark(code, column, detail));
  };

  const text = (column: string | undefined, longest: number, required = false): string => {
    if (column === undefined) return '';
    const value = row.value(column).trim();
    if (required && value === '') problem('MISSING_VALUE', column);
    if (value.length > longest) problem('TOO_LONG', column, String(longest));
    return value;
  };
  const date = (column: string | undefined, required: boolean, mayLieAhead: boolean): Instant | null => {
    if (column === undefined) return null;
    const value = row.value(column).trim();
    if (value === '') {
      if (required) problem('MISSING_VALUE', column);
      return null;
    }
    const reading = mapping.readDate.read(value);
    if ('problem' in reading) {
      problem(reading.problem, column, reading.problem === 'BAD_DATE' ? mapping.dates.form : mapping.zone.name);
      return null;
    }
    if (!mayLieAhead && reading.at > importAt + FUTURE_TOLERANCE_MS) {
      problem('DATE_IN_FUTURE', column);
      return null;
    }
    return reading.at;
  };
  const degrees = (column: string | undefined, limit: number): number | null => {
    if (column === undefined) return null;
    const value = row.value(column).trim();
    if (value === '') return null;
    if (!/^[+-]?\d{1,3}(?:\.\d+)?$/u.test(value)) problem('BAD_NUMBER', column);
    else if (Math.abs(Number(value)) > limit) problem('BAD_PLACE', column, String(limit));
    return Number(value);
  };

  const number = text(columns.number, NUMBER, true);
  const category = text(columns.category, LINE, true);
  const createdAt = date(columns.created, true, false);
  const dueAt = date(columns.due, false, true);
  const closedAt = date(columns.closed, false, false);
  const statusAt = date(columns.status_changed, false, false);
  const latitude = degrees(columns.latitude, 90);
  const longitude = degrees(columns.longitude, 180);
  if (
    columns.latitude !== undefined &&
    columns.longitude !== undefined &&
    (latitude === null) !== (longitude === null)
  ) {
    problem('MISSING_VALUE', latitude === null ? columns.latitude : columns.longitude);
  }
  if (createdAt !== null && dueAt !== null && dueAt < createdAt) problem('DUE_BEFORE_CREATED', columns.due ?? '');
  if (createdAt !== null && closedAt !== null && closedAt < createdAt)
    problem('CLOSED_BEFORE_CREATED', columns.closed ?? '');

  const word = row.value(columns.status).trim();
  const named = Object.hasOwn(mapping.statuses, word) ? mapping.statuses[word] : undefined;
  if (word === '') problem('MISSING_VALUE', columns.status);
  else if (named === undefined) problem('UNKNOWN_STATUS', columns.status);
  const settled = named === undefined ? null : settle(named);

  function settle(meaning: StatusMeaning): { meaning: StatusMeaning; closedAt: Instant | null } {
    const closedColumn = columns.closed ?? columns.status;
    if (!isEnded(meaning.status)) {
      if (closedAt !== null) warning('CLOSE_DATE_BUT_OPEN', closedColumn);
      return { meaning, closedAt };
    }
    // Without a column of closing dates the date of the status is the only one that a file has.
    const known = columns.closed === undefined ? statusAt : closedAt;
    if (known !== null) return { meaning, closedAt: known };
    if (mapping.closed_without_date === 'status_date' && statusAt !== null) {
      warning('CLOSED_BY_STATUS_DATE', closedColumn);
      return { meaning, closedAt: statusAt };
    }
    if (mapping.closed_without_date === 'undated') warning('CLOSED_UNDATED', closedColumn);
    else problem('CLOSED_WITHOUT_DATE', closedColumn);
    return { meaning, closedAt: null };
  }

  // Where the row says when it was closed, the date of its status is not read.
  if (createdAt !== null && statusAt !== null && statusAt < createdAt && settled?.closedAt === null) {
    warning('STATUS_BEFORE_CREATED', columns.status_changed ?? '');
  }
  const draftText = {
    subject: text(columns.subject, LINE) || category,
    description: describe(row, columns.description),
    team: text(columns.team, 120),
    contact: {
      name: text(columns.contact_name, LINE),
      phone: text(columns.contact_phone, LINE),
      email: text(columns.contact_email, LINE),
      language: 'en' as const,
    },
    address: text(columns.address, LINE),
  };
  if (draftText.description.length > TEXT) problem('TOO_LONG', columns.description[0] ?? '', String(TEXT));

  if (problems.length > 0 || createdAt === null || settled === null) return { ok: false, problems };
  const { address, ...rest } = draftText;
  return {
    ok: true,
    warnings,
    draft: {
      ...rest,
      line: row.line,
      number,
      category,
      place: { address, latitude, longitude },
      createdAt,
      dueAt,
      closedAt: settled.closedAt,
      statusAt,
      meaning: settled.meaning,
    },
  };
}

/** One column is the text itself; several are lines with their names, and blank ones are left out. */
function describe(row: Row, columns: readonly string[]): string {
  const [only] = columns;
  if (columns.length === 1 && only !== undefined) return row.value(only).trim();
  return columns
    .map((column) => [column, row.value(column).trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `${column}: ${value}`)
    .join('\n');
}
