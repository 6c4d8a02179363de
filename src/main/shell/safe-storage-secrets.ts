import type { SafeStorage } from 'electron';
import type { Secrets } from '../ports/secrets.ts';

/** Newer Electron has only these in the end; Electron 33 has none of them. */
type AsyncSafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plain: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ result: string }>;
};

/** @returns null where the running Electron is too old; the types describe only the newest */
function asyncOf(safeStorage: object): AsyncSafeStorage | null {
  return 'decryptStringAsync' in safeStorage ? (safeStorage as AsyncSafeStorage) : null;
}

/**
 * The keychain through Electron, which keeps text only: bytes travel as base64.
 * Linux without a keychain has "basic_text", a fixed key that anybody can read: that counts as no keychain.
 */
export function safeStorageSecrets(safeStorage: SafeStorage, platform: NodeJS.Platform): Secrets {
  const isPlaintext = (): boolean => platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  const newer = asyncOf(safeStorage);
  if (newer !== null) {
    return {
      available: async () => (await newer.isAsyncEncryptionAvailable()) && !isPlaintext(),
      seal: (plain) => newer.encryptStringAsync(base64(plain)),
      open: async (sealed) => bytes((await newer.decryptStringAsync(Buffer.from(sealed))).result),
    };
  }
  return {
    available: async () => safeStorage.isEncryptionAvailable() && !isPlaintext(),
    seal: async (plain) => safeStorage.encryptString(base64(plain)),
    open: async (sealed) => bytes(safeStorage.decryptString(Buffer.from(sealed))),
  };
}

function base64(plain: Uint8Array): string {
  return Buffer.from(plain).toString('base64');
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
