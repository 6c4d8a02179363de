import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failure, success, type Result } from '../../preload/contract/result.ts';
import { fileErrorWords } from './file-error-words.ts';
import type { Io } from './io.ts';

/** Ctrl+C, Ctrl+D. */
const LEAVE = new Set(['\u0003', '\u0004']);
const BACKSPACE = new Set(['\u007f', '\b']);

/**
 * @param path  file that holds the password alone; one line end at its end is no part of it
 * @param named  the option or variable that named it, for the error
 * @returns BAD_INPUT when it cannot be read, PASSWORD_NEEDED when it is empty
 */
export async function passwordFromFile(io: Io, path: string, named: string): Promise<Result<string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(io.cwd, path));
  } catch (cause) {
    return failure('BAD_INPUT', { key: named, why: `${path} cannot be read: ${fileErrorWords(cause)}` });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/u, '');
    return text === '' ? failure('PASSWORD_NEEDED') : success(text);
  } catch {
    return failure('BAD_INPUT', { key: named, why: `${path} is not UTF-8` });
  }
}

/**
 * Asks at the terminal, without showing what is typed.
 * @returns PASSWORD_NEEDED when nobody is there, or left
 */
export async function askPassword(io: Io, question: string): Promise<Result<string>> {
  const { terminal, stdin } = io;
  if (terminal === null) return failure('PASSWORD_NEEDED');
  io.err.write(question);
  terminal.setRawMode(true);
  stdin.setEncoding('utf8');
  try {
    return await new Promise((settle) => {
      let typed: string[] = [];
      const end = (result: Result<string>): void => {
        stdin.off('data', read);
        stdin.pause();
        settle(result);
      };
      const read = (text: string): void => {
        for (const sign of text) {
          if (LEAVE.has(sign)) return end(failure('PASSWORD_NEEDED'));
          if (sign === '\r' || sign === '\n') return end(success(typed.join('')));
          if (BACKSPACE.has(sign)) typed = typed.slice(0, -1);
          else typed.push(sign);
        }
      };
      stdin.on('data', read);
      stdin.resume();
    });
  } finally {
    terminal.setRawMode(false);
    io.err.write('\n');
  }
}
