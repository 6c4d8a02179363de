import type { ErrorCode } from '../../preload/contract/result.ts';

/** How `wk` ends. Scripts rest on these numbers: docs/command-line.md names each, and none changes its meaning. */
export const exitCode = {
  done: 0,
  /** It ran, and something is to be looked at: rows refused, differences found, the asked-for thing refused or absent. */
  looked: 1,
  /** It did not begin: arguments, or nothing to unlock the store with. */
  usage: 2,
  storeInUse: 3,
  /** The store cannot be opened, or not made. */
  store: 4,
  /** The file to import or its mapping cannot be used; nothing was written. */
  file: 5,
  internal: 70,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

const byError: Partial<Record<ErrorCode, ExitCode>> = {
  PASSWORD_NEEDED: exitCode.usage,
  PASSWORD_TOO_SHORT: exitCode.usage,
  BAD_INPUT: exitCode.usage,
  STORE_IN_USE: exitCode.storeInUse,
  STORE_MISSING: exitCode.store,
  STORE_EXISTS: exitCode.store,
  STORE_DAMAGED: exitCode.store,
  STORE_TOO_NEW: exitCode.store,
  NOT_A_STORE: exitCode.store,
  PASSWORD_WRONG: exitCode.store,
  TOO_MANY_TRIES: exitCode.store,
  KEYCHAIN_UNAVAILABLE: exitCode.store,
  CLOCK_IN_FUTURE: exitCode.store,
  DISK_FULL: exitCode.store,
  BAD_MAPPING: exitCode.file,
  BAD_CSV: exitCode.file,
  UNKNOWN_TIME_ZONE: exitCode.file,
  INTERNAL: exitCode.internal,
};

export function exitCodeOf(code: ErrorCode): ExitCode {
  return byError[code] ?? exitCode.looked;
}
