/**
 * Log of the program. Fields are named one by one: no message bodies, names, numbers or addresses of people ever
 * (security.md, 6), so a log can be sent to whoever helps.
 */
export type LogFields = {
  code?: string;
  errorId?: string;
  command?: string;
  query?: string;
  route?: string;
  count?: number;
  durationMs?: number;
  /** Message of an unexpected error as the runtime gave it. */
  error?: string;
  at?: number;
};

export type Logger = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};
