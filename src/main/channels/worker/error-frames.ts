/**
 * Kind of an error and where it came from. Its message stays out: a mail server's answer quotes addresses, a parser's
 * error quotes what it read (security.md, 6).
 */
export function errorFrames(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6)].join('\n');
}
