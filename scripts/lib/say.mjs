/**
 * Progress goes to stderr: stdout belongs to the program that the set-up runs for (`wk … --json` is parsed by others).
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`[watchkeeper] ${line}\n`);
}

/** Something the person has to do; told in one line, without a stack. */
export class SetUpError extends Error {}

/**
 * Runs a script's main part: a known obstacle ends it with its one line and exit 2, a bug with its stack.
 * @param {() => Promise<number>} main  its value is the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof SetUpError) say(error.message);
    else console.error(error);
    process.exitCode = error instanceof SetUpError ? 2 : 1;
  }
}
