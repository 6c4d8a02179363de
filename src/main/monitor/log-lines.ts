import type { LogFields, Logger } from '../ports/logger.ts';

/** The program's log: one JSON object a line. @param write  takes the line, newline included */
export function logLines(now: () => number, write: (line: string) => void): Logger {
  const log = (level: string, event: string, fields: LogFields = {}): void => {
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields) => log('info', event, fields),
    warn: (event, fields) => log('warn', event, fields),
    error: (event, fields) => log('error', event, fields),
  };
}
