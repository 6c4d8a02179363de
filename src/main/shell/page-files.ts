import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Kinds of file that the built page is made of; anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export type PageFile = { path: string; contentType: string };

/**
 * Lists the built page once. Requests are looked up in this list and never joined to a path, so no spelling of `..`,
 * no encoding and no symbolic link made later reaches another file.
 * @param root  folder of the built renderer
 * @returns files by the path of their address, e.g. `/assets/index.js`
 */
export function listPageFiles(root: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  const walk = (folder: string, address: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path, `${address}${entry.name}/`);
      const contentType = contentTypes[extname(entry.name).toLowerCase()];
      if (entry.isFile() && contentType !== undefined) files.set(`${address}${entry.name}`, { path, contentType });
    }
  };
  walk(root, '/');
  return files;
}
