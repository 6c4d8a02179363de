import type { ParseKeys } from 'i18next';

/** Any text of the window by its key; a key that does not exist does not compile. */
export type TextKey = ParseKeys;
