// npm test [-- NAME …]: every check and test there is, going on after a failure; the last line counts them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepCounts } from './checks/counts.mjs';
import { chooseSteps, steps } from './checks/steps.mjs';
import { ensureBuilt, ensureCommandLineBuilt } from './lib/build.mjs';
import { run, toolEnv } from './lib/run.mjs';
import { readRuntime, runtimeEnv } from './lib/runtime.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureSetUp } from './setup/ensure.mjs';

const words = process.argv.slice(2);
const isFull = words.includes('--full') || process.env['WATCHKEEPER_FULL'] === '1';

/**
 * @param {import('./checks/steps.mjs').Step} step
 * @param {string} folder  for the step's report
 */
async function runStep(step, folder) {
  const report = join(folder, `${step.name}.json`);
  if (step.needsBuild) {
    await ensureBuilt();
    await ensureCommandLineBuilt();
  }
  const runtime = readRuntime();
  const env = toolEnv({
    ...(runtime ? runtimeEnv(runtime) : {}),
    ...(isFull ? { WATCHKEEPER_FULL: '1' } : {}),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  let code = 0;
  for (const [command, ...args] of step.commands(report)) {
    code = await run(command, args, { env });
    if (code !== 0) break;
  }
  const written = await readFile(report, 'utf8').then(JSON.parse, () => null);
  return stepCounts(step.kind, code, written);
}

await runMain(async () => {
  const { chosen, unknown } = chooseSteps(words.filter((word) => word !== '--full'));
  if (unknown.length > 0) {
    say(`no such part: ${unknown.join(', ')}; there are: ${steps.map((step) => step.name).join(' ')}`);
    return 2;
  }
  await ensureSetUp({ electron: chosen.some((step) => step.needsElectron) });
  const folder = await mkdtemp(join(tmpdir(), 'watchkeeper-test-'));
  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const step of chosen) {
    console.log(`\n── ${step.name} ${'─'.repeat(Math.max(3, 60 - step.name.length))}`);
    const startedAt = performance.now();
    // A build that fails is a failure of the step that needs it; the other steps still run.
    const counts = await runStep(step, folder).catch((error) => {
      say(String(error?.message ?? error));
      return { passed: 0, failed: 1 };
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(
      `${step.name.padEnd(12)} ${String(counts.passed).padStart(6)} ok ${String(counts.failed).padStart(5)} failed ${seconds.padStart(8)} s`,
    );
    sum.passed += counts.passed;
    sum.failed += counts.failed;
  }
  await rm(folder, { recursive: true, force: true });
  console.log(`\n${lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
