import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { failure, success, type Result } from '../../preload/contract/result.ts';

/**
 * Asks the person where a text is to be kept, and writes it there and nowhere else. The page names neither place nor text:
 * downloads of its own are refused (`guard-contents.ts`).
 * @param name  proposed, with its ending
 * @returns the name that was chosen, null for none; DISK_FULL or FILE_NOT_WRITTEN
 */
export async function saveFile(
  window: BrowserWindow | null,
  name: string,
  text: string,
): Promise<Result<{ fileName: string | null }>> {
  const options = {
    defaultPath: name,
    filters: [{ name: extname(name).slice(1).toUpperCase(), extensions: [extname(name).slice(1)] }],
  };
  const asked = window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
  const { canceled, filePath } = await asked;
  if (canceled || filePath === '') return success({ fileName: null });
  try {
    // For its owner alone: it names people and who may do what.
    await writeFile(filePath, text, { mode: 0o600 });
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return failure(isFull ? 'DISK_FULL' : 'FILE_NOT_WRITTEN');
  }
  return success({ fileName: basename(filePath) });
}
