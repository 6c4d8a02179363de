import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliFolder, ended, wk, type CliRun } from '../../support/cli-run.ts';

const folder = cliFolder();
const at = (...args: string[]): Promise<CliRun> =>
  wk([...args, '--store', 'centre', '--password-file', 'pw'], { cwd: folder.path });
let number = '';

beforeAll(async () => {
  ended(await wk(['init', '--store', 'centre', '--password-file', 'pw', '--sample', 'small'], { cwd: folder.path }));
  const list = ended(await at('ticket', 'list', '--view', 'escalated', '--limit', '1', '--json'));
  ({ number } = (JSON.parse(list.stdout) as { tickets: [{ number: string }] }).tickets[0]);
});
afterAll(() => folder.remove());

describe('wk explain', () => {
  it('tells an escalated ticket in words: deadline, policy, reminders, rules', async () => {
    const run = await at('explain', number);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.startsWith(`${number}  The `)).toBe(true);
    for (const word of ['Policy: “', 'Granted ', 'Warnings and reminders', 'Escalation: level ', ' acted '])
      expect(run.stdout).toContain(word);
  });

  it('tells the same to programs', async () => {
    const told = JSON.parse(ended(await at('explain', number, '--json')).stdout) as Record<string, unknown>;
    expect(told).toMatchObject({ kind: 'derived', number, timezone: expect.any(String) as string });
    expect(told['rules']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ standing: expect.objectContaining({ kind: 'fired' }) as object }),
      ]),
    );
  });

  it('answers what is not there, and what one may not see, alike', async () => {
    const none = await at('explain', 'nothing');
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toContain('NOT_FOUND');
    ended(await at('credential', 'job.key', '--name', 'job'));
    const blind = await wk(['explain', number, '--store', 'centre', '--credential-file', 'job.key'], {
      cwd: folder.path,
    });
    expect(blind).toMatchObject({ code: 1, stdout: '', stderr: none.stderr });
  });
});
