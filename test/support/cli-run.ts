import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { wkFile } from './program-files.ts';

/** The project's own folder. */
export const projectDirectory = fileURLToPath(new URL('../../', import.meta.url));
export const exampleFile = (name: string): string => join(projectDirectory, 'docs', 'examples', name);

export type CliRun = { code: number | null; stdout: string; stderr: string };
export type CliOptions = { cwd?: string; input?: string | Uint8Array; env?: Record<string, string> };

export const cliPassword = 'a long enough password';

/** A folder of its own with a password file `pw`; removed by `remove`. */
export function cliFolder(): {
  path: string;
  file(name: string, content: string | Uint8Array): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'wk-cli-'));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(path, name), content);
    return join(path, name);
  };
  file('pw', `${cliPassword}\n`);
  return { path, file, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the real program under plain Node, as `npm run wk` does. */
export function startWk(
  args: readonly string[],
  { cwd, env }: CliOptions = {},
): ChildProcessByStdio<Writable, Readable, Readable> {
  const { WK_PASSWORD_FILE: _, ...inherited } = process.env;
  return spawn(process.execPath, [wkFile, ...args], {
    cwd: cwd ?? tmpdir(),
    env: { ...inherited, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs the program to its end. */
export async function wk(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = startWk(args, options);
  const [stdout, stderr, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((settle) => child.once('close', settle)),
    new Promise<void>((settle) => {
      child.stdin.once('error', () => settle());
      child.stdin.end(options.input ?? '', () => settle());
    }),
  ]);
  return { code, stdout, stderr };
}

/** A step that a test rests on. @throws when the program did not end well */
export function ended(run: CliRun): CliRun {
  if (run.code !== 0) throw new Error(`it ended with ${run.code}: ${run.stderr}`);
  return run;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

/** Resolves with the text so far as soon as it holds `words`; no clock is involved. */
export async function untilSaid(stream: Readable, words: string): Promise<string> {
  let said = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes(words)) return said;
  }
  throw new Error(`the program ended without saying “${words}”: ${said}`);
}
