import { resolve } from 'node:path';
import type { Command } from 'commander';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { writeAtomically } from '../../store/write-atomically.ts';
import { onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { fileErrorWords } from '../file-error-words.ts';
import type { Io } from '../io.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk config get --store centre --password-file pw > centre.json
  wk config get --store centre --organization "Khanyamanzi Municipality" --out khanyamanzi.json

No password, no key and no clearance stands in it. The form: docs/configuration.md.`;

/** It names people and their hours: for whoever wrote it, until they hand it on. */
const FILE_MODE = 0o600;

type GetFlags = StoreOptions & { organization?: string; out?: string };

/** `wk config get` */
export function addConfigGet(host: Host, parent: Command): void {
  withStoreOptions(parent.command('get'))
    .description('print the configuration as a file')
    .option('--organization <name>', 'this organization alone, with the people whom it names')
    .option('--out <file>', 'write it there instead')
    .addHelpText('after', examples)
    .action((flags: GetFlags) => onStore(host, flags, (session) => get(host.io, session, flags)));
}

async function get(
  io: Io,
  { store, queryContext }: Session,
  { organization, out }: GetFlags,
): Promise<Result<ExitCode>> {
  const read = await store.query('export-config', { organizationName: organization }, queryContext());
  if (!read.ok) return read;
  if (out === undefined) {
    await io.out.write(read.value.text);
    return success(exitCode.done);
  }
  try {
    await writeAtomically(resolve(io.cwd, out), read.value.text, FILE_MODE);
  } catch (cause) {
    return failure('BAD_INPUT', { key: '--out', why: `${out} cannot be written: ${fileErrorWords(cause)}` });
  }
  return success(exitCode.done);
}
