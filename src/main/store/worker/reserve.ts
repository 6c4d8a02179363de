import { existsSync, rmSync, writeFileSync } from 'node:fs';

const RESERVE_BYTES = 4 * 1024 * 1024;

/** Keeps room on the disk that can be given back. Without room for it there is none: that is no reason not to start. */
export function makeReserve(path: string): void {
  if (existsSync(path)) return;
  try {
    // Zeros would cost nothing on a file system that compresses, and then free nothing.
    writeFileSync(path, crypto.getRandomValues(Buffer.alloc(65_536)), { mode: 0o600 });
    for (let written = 65_536; written < RESERVE_BYTES; written += 65_536) {
      writeFileSync(path, crypto.getRandomValues(Buffer.alloc(65_536)), { flag: 'a' });
    }
  } catch {
    rmSync(path, { force: true });
  }
}

/** The disk is full: what is under way gets this much room to end in order. */
export function freeReserve(path: string): void {
  rmSync(path, { force: true });
}
