/** Why a row is refused. Each has its English sentence beside the command that prints it. */
export const rowProblemCodes = [
  'MISSING_VALUE',
  'TOO_LONG',
  'BAD_DATE',
  'NO_SUCH_DATE',
  'NO_SUCH_LOCAL_TIME',
  'DATE_OUT_OF_RANGE',
  'DATE_IN_FUTURE',
  'DUE_BEFORE_CREATED',
  'CLOSED_BEFORE_CREATED',
  'CLOSED_WITHOUT_DATE',
  'UNKNOWN_STATUS',
  'BAD_NUMBER',
  'BAD_PLACE',
  'WRONG_NUMBER_OF_FIELDS',
  'SPANS_DISAGREE',
  'TWICE_IN_FILE',
  'ALREADY_THERE',
  'NUMBER_ELSEWHERE',
  'REFUSED_BY_STORE',
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];

/** What is odd about a row that is taken all the same. */
export const rowWarningCodes = [
  'STATUS_BEFORE_CREATED',
  'CLOSE_DATE_BUT_OPEN',
  'CLOSED_UNDATED',
  'CLOSED_BY_STATUS_DATE',
  'DUE_DIFFERS_FROM_POLICY',
  'NO_DUE_DATE',
  'STRAY_QUOTE',
  'NO_ROWS',
] as const;
export type RowWarningCode = (typeof rowWarningCodes)[number];

/** `line`: of the file, counted from 1, where the row begins. `value`: what stands there, at most 200 signs of it. */
export type RowRemark<Code extends string> = {
  line: number;
  column: string;
  value: string;
  code: Code;
  detail: string;
};
export type RowProblem = RowRemark<RowProblemCode>;
export type RowWarning = RowRemark<RowWarningCode>;

const SHOWN = 200;

/** @returns the value as a report may show it: a field of megabytes must not become a line of megabytes */
export function shown(value: string): string {
  return value.length <= SHOWN ? value : `${value.slice(0, SHOWN)}…`;
}
