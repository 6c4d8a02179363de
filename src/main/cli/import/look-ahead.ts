import { stat } from 'node:fs/promises';
import type { Result } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { surveyFile, type Survey } from './survey-file.ts';

/** What a first reading of the file came to. */
export type Looked = {
  /** When it began: what lies later is in the future. Epoch ms. */
  importAt: Instant;
  survey: Result<Survey>;
  /** Whether the file is still the one that was read. */
  isSame(): Promise<boolean>;
};

/** A first reading that is under way. `stop`: nobody waits for it any more. */
export type LookAhead = { looked: Promise<Looked>; stop(): void };

/** Begins the first reading of a file, which needs no store: the time that a password costs is free for it. */
export function lookAhead(file: string, mapping: Mapping, now: () => Instant): LookAhead {
  const stopping = new AbortController();
  const look = async (): Promise<Looked> => {
    const importAt = now();
    const identity = await identityOf(file);
    const survey = await surveyFile(file, mapping, importAt, stopping.signal);
    return { importAt, survey, isSame: async () => identity === (await identityOf(file)) };
  };
  const looked = look();
  // Who waits for it sees the error; where the store does not open, nobody does.
  looked.catch(() => undefined);
  return { looked, stop: () => stopping.abort() };
}

async function identityOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
  return `${size} ${mtimeMs}`;
}
