import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { readMapping, type Mapping } from '../../domain/import/mapping.ts';
import { fail, onStore, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { fileErrorWords } from '../file-error-words.ts';
import type { ImportReport } from '../import/import-report.ts';
import { RejectsFile } from '../import/rejects-file.ts';
import { lookAhead, type LookAhead } from '../import/look-ahead.ts';
import { runImport } from '../import/run-import.ts';
import { undoImport } from '../import/undo-import.ts';
import { importReportText } from '../import/import-report-text.ts';
import { say, type Io } from '../io.ts';
import { progressLine } from '../output/progress-line.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk import calls.csv --mapping calls.mapping.json --store centre --password-file pw --dry-run
  wk import calls.csv --mapping calls.mapping.json --store centre --password-file pw --rejects bad-rows.csv
  wk import --undo 0199b2d4-6f0a-7c11-8d5e-0242ac120002 --store centre

A dry run writes nothing and tells everything that the import would do. Exit code 1: rows were refused; the good ones
are in. Exit code 5: the file or its mapping cannot be used; nothing was written. How to write a mapping: docs/import.md.`;

type ImportFlags = StoreOptions & { mapping?: string; dryRun?: true; rejects?: string; undo?: string; json?: true };

/** `wk import`: tickets of another system from a CSV file, by a mapping. */
export function addImport(host: Host): void {
  withStoreOptions(host.program.command('import [file]'))
    .description('import tickets from a CSV file, or take an import back')
    .option('--mapping <file>', 'what the columns mean (JSON)')
    .option('--dry-run', 'write nothing, tell what would happen')
    .option('--rejects <file>', 'write refused rows there, each with its reasons')
    .option('--undo <batch>', 'take an import back, by the batch that it printed')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, flags: ImportFlags) => {
      const { undo } = flags;
      if (undo !== undefined) {
        if (file !== undefined) return fail(host, failure('BAD_INPUT', { key: '--undo', why: 'it takes no file' }));
        return onStore(host, flags, (session) => takeBack(host.io, session, undo, flags.json));
      }
      const job = await readJob(host.io, file, flags);
      if (!job.ok) return fail(host, job);
      const ahead = lookAhead(job.value.file, job.value.mapping, () => host.io.now());
      await onStore(host, flags, (session) => bringIn(host.io, session, { ...job.value, ...ahead }, flags));
      ahead.stop();
    });
}

type Job = { file: string; mapping: Mapping; rejects: string | null };

/** What can be wrong before a store is opened is found before it is. */
async function readJob({ cwd }: Io, file: string | undefined, flags: ImportFlags): Promise<Result<Job>> {
  if (file === undefined) return failure('BAD_INPUT', { key: 'FILE', why: 'name the CSV file to import' });
  if (flags.mapping === undefined) {
    return failure('BAD_INPUT', {
      key: '--mapping',
      why: 'name the file that says what the columns mean, see docs/import.md',
    });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(resolve(cwd, flags.mapping)));
  } catch (cause) {
    return failure('BAD_MAPPING', { path: flags.mapping, why: fileErrorWords(cause) });
  }
  const mapping = readMapping(text);
  if (!mapping.ok) return mapping;
  const path = resolve(cwd, file);
  const rejects = flags.rejects === undefined ? null : resolve(cwd, flags.rejects);
  if (rejects === path) return failure('BAD_INPUT', { key: '--rejects', why: 'it is the file to import' });
  return success({ file: path, mapping: mapping.value, rejects });
}

async function openRejects(path: string | null, delimiter: string): Promise<Result<RejectsFile | null>> {
  if (path === null) return success(null);
  try {
    return success(await RejectsFile.make(path, delimiter));
  } catch (cause) {
    return failure('BAD_INPUT', { key: '--rejects', why: `${path} cannot be written: ${fileErrorWords(cause)}` });
  }
}

async function bringIn(io: Io, session: Session, job: Job & LookAhead, flags: ImportFlags): Promise<Result<ExitCode>> {
  const rejects = await openRejects(job.rejects, job.mapping.delimiter);
  if (!rejects.ok) return rejects;
  const { file, mapping, looked } = job;
  const done = await runImport(session, {
    file,
    mapping,
    looked,
    dryRun: flags.dryRun === true,
    rejects: rejects.value,
    onProgress: progressLine(io, 'rows'),
    now: () => io.now(),
  });
  await rejects.value?.close();
  if (!done.ok) return done;
  await print(io, done.value, flags.json);
  return success(done.value.refused === 0 ? exitCode.done : exitCode.looked);
}

async function print(io: Io, report: ImportReport, json: true | undefined): Promise<void> {
  if (json) return io.out.json(report);
  await io.out.write(importReportText(report));
}

async function takeBack(io: Io, session: Session, batch: string, json: true | undefined): Promise<Result<ExitCode>> {
  const undone = await undoImport(session, batch, progressLine(io, 'tickets taken back'));
  if (!undone.ok) return undone;
  if (json) await io.out.json({ batch, undone: undone.value });
  else await io.out.line(`${undone.value} tickets of the import were taken back`);
  say(io, 'Policies, teams and categories that it made stay, since newer tickets may rest on them.');
  return success(exitCode.done);
}
