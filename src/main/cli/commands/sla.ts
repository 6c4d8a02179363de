import type { Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { answerStream } from '../sla/answer-stream.ts';

const examples = `
Examples:
  echo '{"op":"add","start":"2026-01-31T09:00:00Z","seconds":86400}' | wk sla
  {"end":"2026-02-01T09:00:00Z"}
  wk sla < questions.jsonl > answers.jsonl

One line out per line in, in order; a wrong line is answered with {"error":{"code","message"}}.
Ends with 0 whatever the lines hold. Forms: docs/command-line.md.`;

/** `wk sla`: the engine's arithmetic for auditors and integrators; needs no store. */
export function addSla(host: Host): void {
  host.program
    .command('sla')
    .description('reckon deadlines and open time: JSON lines in, JSON lines out')
    .addHelpText('after', examples)
    .action(async () => {
      await answerStream(host.io.stdin, host.io.out);
      host.end(exitCode.done);
    });
}
