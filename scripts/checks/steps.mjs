import { join } from 'node:path';
import { withScreen } from '../lib/display.mjs';
import { node24, root } from '../lib/paths.mjs';

/**
 * One step of `npm test`. A `check` counts as one; the others tell how many tests they ran in a JSON file.
 * @typedef {object} Step
 * @property {string} name  as in `npm test -- NAME`
 * @property {'check' | 'vitest' | 'playwright'} kind
 * @property {boolean} [needsElectron]
 * @property {boolean} [needsBuild]
 * @property {(report: string) => [string, ...string[]][]} commands  run one after another; the step fails with the first
 */

/**
 * @param {string} file  under node_modules
 * @param {readonly string[]} args
 * @returns {[string, ...string[]]}
 */
const tool = (file, args) => [node24, join(root, 'node_modules', file), ...args];

/**
 * @param {string} name
 * @returns {Step}
 */
const vitest = (name) => ({
  name,
  kind: 'vitest',
  commands: (report) => [
    tool('vitest/vitest.mjs', [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]),
  ],
});

/** In this order: what is quick and tells most comes first. @type {readonly Step[]} */
export const steps = [
  {
    name: 'format',
    kind: 'check',
    commands: () => [tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  },
  {
    name: 'lint',
    kind: 'check',
    commands: () => [tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])],
  },
  {
    name: 'types',
    kind: 'check',
    commands: () =>
      ['.', 'src/renderer', 'test', 'scripts'].map((project) => tool('typescript/bin/tsc', ['-p', project])),
  },
  { name: 'dead-code', kind: 'check', commands: () => [tool('knip/bin/knip.js', ['--no-progress'])] },
  vitest('unit'),
  vitest('integration'),
  vitest('migration'),
  vitest('contract'),
  vitest('simulation'),
  { name: 'build', kind: 'check', commands: () => [[node24, join(root, 'scripts', 'build.mjs')]] },
  {
    name: 'e2e',
    kind: 'playwright',
    needsElectron: true,
    needsBuild: true,
    commands: () => [withScreen(tool('@playwright/test/cli.js', ['test', '--pass-with-no-tests']))],
  },
  {
    name: 'package',
    kind: 'check',
    needsElectron: true,
    commands: () => ['package.mjs', 'checks/fuses.mjs'].map((file) => [node24, join(root, 'scripts', file)]),
  },
];

/**
 * @param {readonly string[]} names  none means all
 * @returns {{ chosen: Step[], unknown: string[] }}
 */
export function chooseSteps(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  return { chosen: steps.filter((step) => names.length === 0 || names.includes(step.name)), unknown };
}
