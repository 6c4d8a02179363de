import { z } from 'zod';

/** Single keys that were chosen on this machine: command of the keyboard table → `KeyboardEvent.code`. */
export const ownKeys = z
  .record(z.string().regex(/^[a-z_]{1,40}$/u), z.string().regex(/^[A-Za-z0-9]{1,20}$/u))
  .refine((keys) => Object.keys(keys).length <= 60);
