import type { RowProblem, RowProblemCode, RowWarning, RowWarningCode } from '../../domain/import/row-problem.ts';

/** What is wrong and what to do; `{value}` and `{detail}` are the remark's. */
const problems: Readonly<Record<RowProblemCode, string>> = {
  MISSING_VALUE: 'is blank. Fill it in.',
  TOO_LONG: 'is longer than {detail} characters. Shorten it.',
  BAD_DATE: '“{value}” is not of the form {detail}. Write it so, or correct dates.form in the mapping.',
  NO_SUCH_DATE: '“{value}” is no date and time that exists. Correct it.',
  NO_SUCH_LOCAL_TIME: '“{value}” does not exist in {detail}: the clock skips that hour. Correct it, or dates.zone.',
  DATE_OUT_OF_RANGE: '“{value}” lies outside the years 1900 to 2200. Correct it.',
  DATE_IN_FUTURE: '“{value}” lies in the future. Correct it, or the clock of this machine.',
  DUE_BEFORE_CREATED: '“{value}” lies before the creation. Correct one of them.',
  CLOSED_BEFORE_CREATED: '“{value}” lies before the creation. Correct one of them.',
  CLOSED_WITHOUT_DATE: 'is blank, but the status says closed. Fill it in, or set closed_without_date in the mapping.',
  UNKNOWN_STATUS: '“{value}” is not among the mapping’s statuses. Add it there, or correct the row.',
  BAD_NUMBER: '“{value}” is no number of degrees such as -29.8587. Correct it or leave both degrees blank.',
  BAD_PLACE: '“{value}” is more than {detail} degrees. Correct it or leave both degrees blank.',
  WRONG_NUMBER_OF_FIELDS: 'The row has {value} fields, the first line {detail}. Look for a missing quote or comma.',
  SPANS_DISAGREE:
    'The due dates of category “{value}” lie {detail} after creation. Set policies.on_disagreement to "majority", or correct them.',
  TWICE_IN_FILE: '“{value}” stands in line {detail} already. Remove one of them.',
  ALREADY_THERE: '“{value}” is in the store already. Nothing to do.',
  NUMBER_ELSEWHERE:
    '“{value}” is the number of a ticket of another organization. Put a prefix before the numbers of this file, or name another column as columns.number.',
  REFUSED_BY_STORE: 'The store refused “{value}” ({detail}).',
};

const warnings: Readonly<Record<RowWarningCode, string>> = {
  STATUS_BEFORE_CREATED: '“{value}” lies before the creation; the time of creation was taken.',
  CLOSE_DATE_BUT_OPEN: '“{value}” says closed, the status does not: taken as closed then and reopened.',
  CLOSED_UNDATED: 'is blank, but the status says closed: closed, and counted as neither met nor missed.',
  CLOSED_BY_STATUS_DATE: 'is blank: the date of the status was taken as the date of closing.',
  DUE_DIFFERS_FROM_POLICY: '“{value}” is not what the category’s policy gives ({detail}).',
  NO_DUE_DATE: 'is blank: this ticket gets no target, although its category has one ({detail}).',
  STRAY_QUOTE: '“{value}” holds a quote and is not quoted: taken as it stands.',
  NO_ROWS: 'The file names its columns and has no rows: nothing was there to import.',
};

const texts: Readonly<Record<RowProblemCode | RowWarningCode, string>> = { ...problems, ...warnings };

/** @returns a sentence or two about one value of one row */
export function remarkText({ code, column, value, detail }: RowProblem | RowWarning): string {
  const text = texts[code].replace(/\{(value|detail)\}/gu, (_, name: string) => (name === 'value' ? value : detail));
  return column === '' ? text : `${column}: ${text}`;
}
