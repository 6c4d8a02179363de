import { resolve } from 'node:path';

/**
 * Folder that `--store DIR` or `--store=DIR` names, as an absolute path.
 * @param workingDirectory  what a relative folder is relative to
 * @returns null when none is named
 */
export function storeArgument(argv: readonly string[], workingDirectory: string): string | null {
  const at = argv.findIndex((argument) => argument === '--store' || argument.startsWith('--store='));
  const argument = argv[at];
  if (argument === undefined) return null;
  const folder = argument.startsWith('--store=') ? argument.slice('--store='.length) : argv[at + 1];
  return folder === undefined || folder === '' ? null : resolve(workingDirectory, folder);
}
