import type { Writable } from 'node:stream';
import type { LogFields, Logger } from '../ports/logger.ts';

/** Warnings and errors of the core, one line each; what went well is nothing that a command has to tell. */
export function stderrLogger(stream: Writable): Logger {
  const write = (word: string, event: string, fields: LogFields = {}): void => {
    const named = Object.entries(fields).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    stream.write(`${[`wk: ${word}:`, event, ...named].join(' ')}\n`);
  };
  return {
    info: () => undefined,
    warn: (event, fields) => write('warning', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}
