import { randomBytes } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import type { Instant } from '../../preload/contract/values.ts';
import type { Random } from '../ports/random.ts';
import { LineWriter } from './line-writer.ts';

/** All that a command has of the world around it. */
export type Io = {
  stdin: Readable;
  /** Set when somebody sits at the terminal and can be asked. */
  terminal: { setRawMode(on: boolean): void } | null;
  /** Results, and nothing else. */
  out: LineWriter;
  /** Everything that is said to a person: errors, progress, questions. */
  err: Writable;
  env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are against it. */
  cwd: string;
  now(): Instant;
  random: Random;
};

/** @returns this process's own streams, environment, clock and randomness */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  // Somebody who reads neither result nor error any more must not turn into a crash report.
  stderr.on('error', () => undefined);
  return {
    stdin,
    terminal: stdin.isTTY && stderr.isTTY ? { setRawMode: (on) => void stdin.setRawMode(on) } : null,
    out: new LineWriter(stdout),
    err: stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
  };
}

/** Tells a person something, on standard error. */
export function say(io: Io, text: string): void {
  io.err.write(`${text}\n`);
}
