import { describe, expect, it } from 'vitest';
import { startWk, untilSaid, wk } from '../../support/cli-run.ts';

const question = '{"op":"add","start":"2026-01-31T09:00:00Z","seconds":60}\n';

describe('wk sla as a program', () => {
  it('answers line by line, in order, and ends with 0 whatever the lines hold', async () => {
    const run = await wk(['sla'], { input: `${question}nope\n\n${question.trimEnd()}` });
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('{"end":"2026-01-31T09:01:00Z"}');
    expect(lines.map((line) => (JSON.parse(line) as { error?: { code: string } }).error?.code)).toEqual([
      undefined,
      'BAD_INPUT',
      'BAD_INPUT',
      undefined,
    ]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  it('says nothing for nothing', async () => {
    expect(await wk(['sla'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('answers a question before the next one is asked', async () => {
    const child = startWk(['sla']);
    const ended = new Promise((settle) => child.once('close', settle));
    child.stdin.write(question);
    expect(await untilSaid(child.stdout, '\n')).toBe('{"end":"2026-01-31T09:01:00Z"}\n');
    child.stdin.end();
    child.stdout.resume();
    expect(await ended).toBe(0);
  });

  it('stops without a word when nobody reads its answers any more', async () => {
    const child = startWk(['sla']);
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.stdin.on('error', () => undefined);
    const ended = new Promise((settle) => child.once('close', settle));
    child.stdout.once('data', () => child.stdout.destroy());
    const many = question.repeat(20_000);
    // More than any pipe holds: without backpressure and an end at the closed pipe this would never finish.
    const feed = (): void => {
      while (child.stdin.writable && child.stdin.write(many));
    };
    child.stdin.on('drain', feed);
    feed();
    expect(await ended).toBe(0);
    expect(stderr).toBe('');
  });
});

describe('wk without a store', () => {
  it('tells what it can do, command by command, with examples', async () => {
    const help = await wk(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Exit codes:');
    const commands = [
      'init',
      'import',
      'status',
      'ticket create',
      'ticket show',
      'ticket list',
      'sla',
      'monitor',
      'verify',
      'credential',
    ];
    const helps = await Promise.all(commands.map((command) => wk([...command.split(' '), '--help'])));
    for (const { code, stdout } of helps) {
      expect(code).toBe(0);
      expect(stdout).toContain('Examples:');
    }
  });

  it.each([
    [[]],
    [['nonsense']],
    [['status']],
    [['status', '--nonsense']],
    [['init', '--store', 'x', '--sample', 'huge']],
  ])('ends with 2 for %j and prints nothing as a result', async (args) => {
    const run = await wk(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).not.toBe('');
  });
});
