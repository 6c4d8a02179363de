import type { Command } from 'commander';
import type { ConfigProblem } from '../../../preload/contract/configuration.ts';
import { success } from '../../../preload/contract/result.ts';
import { hasErrors } from '../../domain/publishing/check/check-draft.ts';
import { compileFile } from '../../domain/publishing/file/compile-file.ts';
import { randomId } from '../../store/make-id.ts';
import { fail, onStore, withOptionalStore, type Host } from '../command-host.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { problemLine } from '../output/problem-text.ts';
import { readTextFile } from '../read-text-file.ts';
import type { StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk config check centre.json
  wk config check centre.json --store centre --password-file pw

With --store the file is checked as it would be laid over what is there; without, as a whole of its own: everybody whom it
names has to stand in it. One problem a line: path, error or warning, code, sentence. Exit code 1: there are errors.`;

type CheckFlags = Omit<StoreOptions, 'store'> & { store?: string; json?: true };

/** `wk config check` */
export function addConfigCheck(host: Host, parent: Command): void {
  withOptionalStore(parent.command('check <file>'))
    .description('say what is wrong with a file, without writing anything')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (file: string, { store, ...flags }: CheckFlags) => {
      const { io } = host;
      const text = await readTextFile(io, file, 'FILE');
      if (!text.ok) return fail(host, text);
      if (store === undefined) {
        host.end(await tell(io, checkAlone(io, text.value), flags.json));
        return;
      }
      return onStore(host, { ...flags, store }, async (session) => {
        const read = await session.store.query('read-config-file', { text: text.value }, session.queryContext());
        return read.ok ? success(await tell(io, read.value.problems, flags.json)) : read;
      });
    });
}

function checkAlone(io: Io, text: string): ConfigProblem[] {
  const newId = (): string => randomId(io.now(), io.random);
  return compileFile(text, { entities: [], revisionOf: () => null, newId, nowAt: io.now() }).problems;
}

async function tell({ out }: Io, problems: readonly ConfigProblem[], json: true | undefined): Promise<ExitCode> {
  if (json) await out.json({ problems });
  else for (const problem of problems) await out.line(problemLine(problem));
  return hasErrors(problems) ? exitCode.looked : exitCode.done;
}
