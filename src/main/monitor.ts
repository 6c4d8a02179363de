import { parseArgs } from 'node:util';
import { failure, success, type Result } from '../preload/contract/result.ts';
import { errorText } from './cli/error-text.ts';
import { exitCode, type ExitCode } from './cli/exit-code.ts';
import { processIo, say, type Io } from './cli/io.ts';
import { runMonitor, type MonitorOptions } from './cli/monitor-desk.ts';

/** The desk without a window as a program of its own: what `npm start` runs where there is no display. */
const usage = `Watchkeeper's desk without a window: works off what is due and says what it does.

  --store DIR             folder of the store (default: this user's own, made with a sample centre if it is not there)
  --user NAME             whose password opens it (default: admin)
  --password-file FILE    file that holds the password (else WK_PASSWORD_FILE, else it is asked for)
  --credential-file FILE  service credential instead of a user and password
`;

/** @returns BAD_INPUT for what is no option of the monitor */
function readOptions(argv: readonly string[]): Result<MonitorOptions | 'help'> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { store: text, user: text, 'password-file': text, 'credential-file': text, help: { type: 'boolean' } },
    });
    if (values.help === true) return success('help');
    const { store, 'password-file': passwordFile, 'credential-file': credentialFile } = values;
    return success({
      user: values.user ?? 'admin',
      ...(store !== undefined && { store }),
      ...(passwordFile !== undefined && { passwordFile }),
      ...(credentialFile !== undefined && { credentialFile }),
    });
  } catch (error) {
    return failure('BAD_INPUT', { key: 'arguments', why: error instanceof Error ? error.message : 'not understood' });
  }
}

async function main(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const options = readOptions(argv);
  if (!options.ok) {
    say(io, errorText(options));
    return exitCode.usage;
  }
  if (options.value !== 'help') return runMonitor(io, options.value);
  await io.out.write(usage);
  return exitCode.done;
}

if (import.meta.main) process.exitCode = await main(processIo(), process.argv.slice(2));
