import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../../src/main/cli/io.ts';
import { LineWriter } from '../../../src/main/cli/line-writer.ts';
import { newPassword } from '../../../src/main/cli/new-password.ts';

/** Somebody at a terminal who types one answer to each question; what was shown to them is in `shown`. */
function typist(answers: readonly string[]): { io: Io; shown: () => string } {
  const stdin = new PassThrough();
  const err = new PassThrough();
  const left = [...answers];
  let shown = '';
  err.on('data', (text: Buffer) => {
    shown += text.toString();
    if (shown.endsWith(': ')) stdin.write(`${left.shift() ?? '\u0003'}\r`);
  });
  const io: Io = {
    stdin,
    terminal: { setRawMode: () => undefined },
    out: new LineWriter(new PassThrough()),
    err,
    env: {},
    cwd: '.',
    now: () => 0,
    random: { bytes: (length) => new Uint8Array(length) },
  };
  return { io, shown: () => shown };
}
const asked = { userName: 'thandi', file: undefined, named: '--new-password-file' };

describe('a new password that is typed', () => {
  it('is asked for twice and not shown', async () => {
    const { io, shown } = typist(['a long enough one', 'a long enough one']);
    expect(await newPassword(io, asked)).toEqual({ ok: true, value: 'a long enough one' });
    expect(shown()).toContain('thandi');
    expect(shown()).not.toContain('long enough');
  });

  it('is not taken when the two differ', async () => {
    const { io } = typist(['a long enough one', 'a long enough ome']);
    expect(await newPassword(io, asked)).toMatchObject({ ok: false, code: 'BAD_INPUT' });
  });

  it('is given up by leaving', async () => {
    expect(await newPassword(typist([]).io, asked)).toMatchObject({ ok: false, code: 'PASSWORD_NEEDED' });
  });

  it('is no longer than the window’s sign-in takes', async () => {
    const long = 'x'.repeat(1025);
    expect(await newPassword(typist([long, long]).io, asked)).toMatchObject({ ok: false, code: 'BAD_INPUT' });
  });
});
