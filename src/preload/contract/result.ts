/**
 * Expected failures are values with a stable code; the desk shows `errors.<CODE>` in the user's language,
 * the command line its English text. A bug throws and arrives as INTERNAL with an id to copy.
 */
export const errorCodes = [
  'ACCESS_DENIED',
  'ALREADY_DECIDED',
  'BAD_INPUT',
  'BAD_INSTANT',
  'BAD_MAPPING',
  'BAD_CSV',
  'CALENDAR_BAD_DATE',
  'CALENDAR_BAD_TIME',
  'CALENDAR_NEVER_OPENS',
  'CALENDAR_OVERLAP',
  'CLOCK_IN_FUTURE',
  'DISK_FULL',
  'DUPLICATE_NAME',
  'FILE_NOT_WRITTEN',
  'INTERNAL',
  'KEYCHAIN_UNAVAILABLE',
  'NOTHING_TO_UNDO',
  'NOT_A_STORE',
  'NOT_FOUND',
  'ORGANIZATION_NOT_EMPTY',
  'PASSWORD_NEEDED',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_WRONG',
  'SECOND_APPROVER_NEEDED',
  'SENSITIVE_NEEDS_CLEARED_HOLDER',
  'SESSION_LOCKED',
  'STATUS_NOT_ALLOWED',
  'STORE_DAMAGED',
  'STORE_EXISTS',
  'STORE_IN_USE',
  'STORE_MISSING',
  'STORE_TOO_NEW',
  'TARGET_NOBODY',
  'TICKET_STALE',
  'TOO_MANY_TRIES',
  'UNKNOWN_TIME_ZONE',
  'UNDO_TOO_LATE',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type Failure = {
  ok: false;
  code: ErrorCode;
  /** Values that the text of the code names, e.g. `{ waitMs: 4000 }`; never personal data. */
  params?: Record<string, string | number>;
};
export type Result<T> = { ok: true; value: T } | Failure;

export function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function failure(code: ErrorCode, params?: Record<string, string | number>): Failure {
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}
