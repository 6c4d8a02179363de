import type { ErrorCode, Failure } from '../../preload/contract/result.ts';

/**
 * What each expected failure says on the command line, and what to do about it. `{name}` is a value of the failure.
 * The window has its own texts, translated; these are English, since scripts and auditors read them.
 */
const texts: Readonly<Record<ErrorCode, string>> = {
  ACCESS_DENIED: 'You are not allowed to do that. Ask an administrator for a role in that organization, or use --user.',
  ALREADY_DECIDED: 'Somebody has decided that proposal already, or its author took it back.',
  BAD_INPUT: 'Not understood: {key}: {why}.',
  BAD_INSTANT: 'No instant: {key}: {why}.',
  BAD_MAPPING: 'The mapping cannot be used: {path}: {why}. See docs/import.md.',
  BAD_CSV: 'The file cannot be read as CSV: {why}. Nothing was imported.',
  CALENDAR_BAD_DATE: 'There is no date “{date}” ({path}). Write one that exists, such as 2026-12-25.',
  CALENDAR_BAD_TIME: 'There is no time “{time}” ({path}). Write one such as 09:00; only an end may be 24:00.',
  CALENDAR_NEVER_OPENS: 'The calendar never opens: it has no hours, or breaks take them all out.',
  CALENDAR_OVERLAP: 'Intervals overlap: {interval} ({path}) begins before {otherInterval} ({otherPath}) has ended.',
  CLOCK_IN_FUTURE:
    'The store was last written at a later time than the clock of this machine shows. Set the clock right.',
  DISK_FULL: 'The disk is full. Free some space and try again; what had been confirmed is safe.',
  FILE_NOT_WRITTEN: 'The file cannot be written there. Choose another folder.',
  DUPLICATE_NAME: 'That name is taken already. Choose another.',
  INTERNAL:
    'Something went wrong that should not have ({errorId}). Nothing was changed. Please report it with that id.',
  KEYCHAIN_UNAVAILABLE:
    'The command line reaches no keychain, and this store asks for it. Use a service credential or the recovery key; see docs/it-guide.md.',
  NOTHING_TO_UNDO: 'There is no such import, or it has been undone already. “wk import” prints the batch to name.',
  NOT_A_STORE: 'The folder holds files, but no store of Watchkeeper. Check --store.',
  NOT_FOUND: 'There is no such {what}, or you may not see it.',
  ORGANIZATION_NOT_EMPTY: 'The organization has tickets already. Choose an empty one.',
  PASSWORD_NEEDED:
    'Nothing to unlock the store with. Run it in a terminal to be asked, or name a file with --password-file, WK_PASSWORD_FILE or --credential-file.',
  PASSWORD_TOO_SHORT: 'The password is too short: ten characters are the least.',
  PASSWORD_WRONG: 'The {what} is wrong.',
  SECOND_APPROVER_NEEDED:
    'This takes a second person: propose it with “wk config set” or in the window, and let another administrator approve.',
  SENSITIVE_NEEDS_CLEARED_HOLDER:
    'A sensitive ticket can be given only to a person with clearance for its organization.',
  SESSION_LOCKED: 'The session is locked.',
  STATUS_NOT_ALLOWED: 'The ticket cannot go from its status to that one.',
  STORE_DAMAGED:
    'The store is damaged: it does not pass its own check. Nothing was written. Restore a backup of its folder.',
  STORE_EXISTS: 'There is a store already. Choose another folder, or leave this one as it is.',
  STORE_IN_USE: 'Another program has the store open (the desk, a monitor or another wk). Close it and try again.',
  STORE_MISSING: 'There is no store. Check --store, or make one with “wk init”.',
  STORE_TOO_NEW: 'A newer version of Watchkeeper has written this store. Install that version or a later one.',
  TARGET_NOBODY: 'Nobody holds the role that this would go to. Name somebody first.',
  TICKET_STALE: 'The ticket has changed meanwhile. Read it again.',
  TOO_MANY_TRIES: 'Too many wrong tries. Wait {waitSeconds} s and try again.',
  UNKNOWN_TIME_ZONE: 'There is no time zone “{zone}” ({path}). Write an IANA name such as Africa/Johannesburg, or UTC.',
  UNDO_TOO_LATE: 'It is too late to undo that.',
};

/** @returns a sentence or two for people, without a line end */
export function errorText({ code, params }: Failure): string {
  const values: Record<string, string | number> = { ...params };
  const waitMs = values['waitMs'];
  if (typeof waitMs === 'number') values['waitSeconds'] = Math.ceil(waitMs / 1000);
  return texts[code].replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? '?'));
}
