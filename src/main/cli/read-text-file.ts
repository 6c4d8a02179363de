import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failure, success, type Result } from '../../preload/contract/result.ts';
import { fileErrorWords } from './file-error-words.ts';
import type { Io } from './io.ts';

/**
 * @param key  what the argument is called, for the failure
 * @returns BAD_INPUT for a file that is not there, may not be read or is no UTF-8
 */
export async function readTextFile({ cwd }: Io, file: string, key: string): Promise<Result<string>> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(resolve(cwd, file))));
  } catch (cause) {
    const why = cause instanceof TypeError ? 'it is not UTF-8' : fileErrorWords(cause);
    return failure('BAD_INPUT', { key, why: `${file}: ${why}` });
  }
}
