import { Command, CommanderError } from 'commander';
import type { Host } from './command-host.ts';
import { addChannel } from './commands/channel.ts';
import { addConfig } from './commands/config.ts';
import { addCredential } from './commands/credential.ts';
import { addExplain } from './commands/explain.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addMonitor } from './commands/monitor.ts';
import { addOutbox } from './commands/outbox.ts';
import { addSla } from './commands/sla.ts';
import { addStatus } from './commands/status.ts';
import { addTicket } from './commands/ticket.ts';
import { addUser } from './commands/user.ts';
import { addVerify } from './commands/verify.ts';
import { addWhatIf } from './commands/whatif.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { say, type Io } from './io.ts';

const exitCodesHelp = `
Exit codes:
  0  done
  1  done, and something is to be looked at: rows refused, differences found, refused or not there
  2  arguments wrong, or nothing to unlock the store with
  3  another program has the store open
  4  the store cannot be opened or made
  5  the file to import or its mapping cannot be used; nothing was written
  70 an error of the program itself
Results go to standard output, everything else to standard error. See docs/command-line.md.`;

/**
 * Runs one command line.
 * @param argv  arguments after the program's name
 * @returns the exit code; nothing is thrown
 */
export async function runWk(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const written: Promise<void>[] = [];
  const program = new Command('wk')
    .description('Watchkeeper on the command line: the same core as the desk, without a window')
    .exitOverride()
    .showHelpAfterError('(wk COMMAND --help tells more)')
    .configureOutput({
      writeOut: (text) => void written.push(io.out.write(text)),
      writeErr: (text) => void io.err.write(text),
    })
    .addHelpText('after', exitCodesHelp);
  const host: Host = {
    program,
    io,
    end: (ended) => {
      code = ended;
    },
  };
  const all = [
    addInit,
    addUser,
    addImport,
    addStatus,
    addTicket,
    addExplain,
    addSla,
    addMonitor,
    addWhatIf,
    addVerify,
    addCredential,
    addConfig,
    addChannel,
    addOutbox,
  ];
  for (const add of all) add(host);

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) {
      const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      say(io, `wk: INTERNAL: Something went wrong that should not have. Please report this:\n${what}`);
      return exitCode.internal;
    }
    code = cause.exitCode === 0 ? exitCode.done : exitCode.usage;
  }
  await Promise.all(written);
  return code;
}
