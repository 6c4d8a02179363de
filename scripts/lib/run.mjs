import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { node24, notes, root } from './paths.mjs';

/**
 * Environment for programs that run from the sources: Node keeps what it made of them, or every start (and every thread of
 * the store) would strip and compile the same files again; half of a short command's time went there.
 * @param {Record<string, string | undefined>} [extra]
 */
export function sourceEnv(extra = {}) {
  return { NODE_COMPILE_CACHE: join(notes, 'compiled'), ...process.env, ...extra };
}

/**
 * Environment for tools of the project: Node 24 first on PATH.
 * @param {Record<string, string | undefined>} [extra]
 */
export function toolEnv(extra = {}) {
  return { ...sourceEnv(), PATH: `${dirname(node24)}${delimiter}${process.env['PATH'] ?? ''}`, ...extra };
}

/**
 * Runs a program in the foreground and hands signals on to it, so that ending `npm start` ends the desk in good order.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]  stdio is inherited and cwd is the project unless told
 * @returns {Promise<number>} exit code; 128 + n for a program that signal n ended; 127 when it cannot be started
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const handlers = signals.map((signal) => {
      const handler = () => {
        // A terminal sends Ctrl-C to every process in it: handing it on would be a second one, which means "at once".
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      };
      process.on(signal, handler);
      return { signal, handler };
    });
    const end = (/** @type {number} */ code) => {
      for (const { signal, handler } of handlers) process.off(signal, handler);
      done(code);
    };
    child.on('error', () => end(127));
    child.on('close', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Runs a program and keeps what it says; for steps whose output matters only when they fail.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr as they came
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 127, output: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * The npm that started us, run by the Node it ran on (our own may lie in the folder that npm is to replace); the one
 * on PATH for who calls the script by hand.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) {
    return { command: process.env['npm_node_execpath'] ?? process.execPath, args: [cli, ...args], shell: false };
  }
  // npm is a .cmd file on Windows, which only a shell can start.
  return { command: 'npm', args: [...args], shell: process.platform === 'win32' };
}
