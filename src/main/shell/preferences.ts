import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ownKeys } from '../../preload/contract/own-keys.ts';
import { deskLanguages, themes, type DeskLanguage } from '../../preload/contract/values.ts';

const preferences = z.object({
  language: z.enum(deskLanguages).optional(),
  theme: z.enum(themes).default('system'),
  singleKeys: z.boolean().default(true),
  keys: ownKeys.default({}),
  place: z
    .object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() })
    .nullable()
    .default(null),
});
export type Preferences = Omit<z.output<typeof preferences>, 'language'> & { language: DeskLanguage };

export type PreferencesFile = {
  get(): Preferences;
  set(change: Partial<Preferences>): Preferences;
};

/**
 * How this machine shows the desk: read before anybody has signed in, so it lies beside the store in plain text and
 * holds nothing of anybody's.
 * A file that cannot be read is as good as none: a broken preference must not keep a centre from its queue.
 */
export function openPreferences(file: string, systemLanguage: DeskLanguage): PreferencesFile {
  let current: Preferences = { ...preferences.parse({}), language: systemLanguage };
  try {
    const read = preferences.parse(JSON.parse(readFileSync(file, 'utf8')));
    current = { ...read, language: read.language ?? systemLanguage };
  } catch {
    // First start, or damaged: the defaults stand.
  }
  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change };
      try {
        writeFileSync(`${file}.new`, JSON.stringify(current));
        renameSync(`${file}.new`, file);
      } catch {
        // A full or read-only disk: the change holds until the program ends.
      }
      return current;
    },
  };
}
