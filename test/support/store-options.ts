import { createHash } from 'node:crypto';
import type { Logger } from '../../src/main/ports/logger.ts';
import type { Random } from '../../src/main/ports/random.ts';
import type { Argon2Cost } from '../../src/main/store/key/header.ts';
import type { StoreOptions } from '../../src/main/store/store.ts';
import type { Result } from '../../src/preload/contract/result.ts';
import type { CreateTicketInput } from '../../src/preload/contract/tickets.ts';
import { city, cityTeam, T0 } from './centre.ts';
import { migrationsDirectory, storeWorker } from './program-files.ts';

export const password = 'correct horse battery';
/** A thousandth of the real cost: a test that makes fifty slots is not about how slow one is. */
export const cheapArgon2: Argon2Cost = { memoryKib: 8, passes: 1, lanes: 1 };

/** Bytes that look random and are the same in every run. */
export function repeatable(name: string): Random {
  let made = 0;
  return {
    bytes(length) {
      const bytes = Buffer.alloc(length);
      for (let from = 0; from < length; from += 32) {
        made += 1;
        createHash('sha256').update(`${name} ${made}`).digest().copy(bytes, from);
      }
      return new Uint8Array(bytes);
    },
  };
}

export function seedOf(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params ?? {})}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.code;
}

const silent: Logger = { info() {}, warn() {}, error() {} };

export function storeOptions(directory: string, key: Uint8Array, parts: Partial<StoreOptions> = {}): StoreOptions {
  const seed = seedOf(`desk ${directory.length}`);
  return { directory, key, workerEntry: storeWorker, migrationsDirectory, nowAt: T0, seed, logger: silent, ...parts };
}

export const intake: CreateTicketInput = {
  kind: 'complaint',
  subject: 'Burst pipe',
  description: 'Water runs down the hill',
  category: 'roads',
  severity: 'medium',
  priority: 'medium',
  contact: { name: 'Sipho Dlamini', phone: '082 123 4567', email: 'sipho@example.org', language: 'zu' },
  place: { address: '12 Main Road', latitude: null, longitude: null },
  organizationId: city,
  teamId: cityTeam,
  assigneeId: null,
  sensitive: false,
};
