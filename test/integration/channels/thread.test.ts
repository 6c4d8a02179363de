import { describe, expect, test } from 'vitest';
import { keptLog, mailChannel, outgoing, testSender } from '../../support/channel-parts.ts';

/** A thread of these lines in place of the channels' own. */
const threadOf = (lines: string): URL => new URL(`data:text/javascript,${encodeURIComponent(lines)}`);

const unused = mailChannel(1);

describe('when the channels’ thread dies', () => {
  const deaths = [
    { name: 'while it loads', lines: 'throw new TypeError(["sec", "ret"].join(""))' },
    {
      name: 'over a message',
      lines: `import { parentPort } from 'node:worker_threads';
        parentPort.on('message', ({ call }) => { throw new TypeError(JSON.stringify(call)); });`,
    },
    {
      name: 'without a word',
      lines: `import { parentPort } from 'node:worker_threads';
        parentPort.on('message', () => process.exit(3));`,
    },
  ];
  test.each(deaths)('$name, it is not known what left, and the log tells no secret', async ({ lines }) => {
    const { logger, lines: logged } = keptLog();
    const sender = testSender({ workerEntry: threadOf(lines), logger });
    expect(await sender.send(outgoing(), unused)).toEqual({ kind: 'unsure', code: 'THREAD_DIED' });
    expect(await sender.probe(unused)).toEqual({ ok: false, code: 'THREAD_DIED', retryAfterMs: null });
    await sender.close();
    // A new thread each time, whose death is told once.
    expect(logged.map(({ event }) => event)).toEqual(['channels.thread_died', 'channels.thread_died']);
    expect(JSON.stringify(logged)).not.toMatch(/secret|nomsa/);
  });

  test('the next call has a new one', async () => {
    const once = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id, call }) => {
        if (call.name === 'send') process.exit(1);
        parentPort.postMessage({ kind: 'done', id, value: { ok: true, value: null } });
        parentPort.close();
      });`;
    const sender = testSender({ workerEntry: threadOf(once) });
    expect(await sender.send(outgoing(), unused)).toEqual({ kind: 'unsure', code: 'THREAD_DIED' });
    expect(await sender.probe(unused)).toEqual({ ok: true, value: null });
    await sender.close();
  });
});

test('a bug over one call costs that call alone', async () => {
  const stumbling = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ kind, id, call }) => {
      if (kind === 'close') parentPort.close();
      else if (call.name === 'send') parentPort.postMessage({ kind: 'broken', id, frames: 'TypeError' });
      else parentPort.postMessage({ kind: 'done', id, value: { ok: true, value: null } });
    });`;
  const { logger, lines } = keptLog();
  const sender = testSender({ workerEntry: threadOf(stumbling), logger });
  expect(await sender.send(outgoing(), unused)).toEqual({ kind: 'unsure', code: 'INTERNAL' });
  expect(await sender.probe(unused)).toEqual({ ok: true, value: null });
  await sender.close();
  expect(lines).toEqual([{ event: 'channels.call_failed', fields: { error: 'TypeError' } }]);
});

test('a mail server keeps nothing that could be asked for', async () => {
  const sender = testSender();
  const notSupported = { ok: false, code: 'NOT_SUPPORTED', retryAfterMs: null };
  expect(await sender.fetch('x', unused)).toEqual(notSupported);
  expect(await sender.list({ direction: 'in', sinceAt: 0, limit: 1 }, unused)).toEqual(notSupported);
  expect(await sender.approvals(unused)).toEqual(notSupported);
  await sender.close();
});

test('closing waits three seconds for what never ends, which is then not known', async () => {
  const deaf = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined);`;
  const { logger, lines } = keptLog();
  const sender = testSender({ workerEntry: threadOf(deaf), logger });
  const sending = sender.send(outgoing(), unused);
  await sender.close();
  expect(await sending).toEqual({ kind: 'unsure', code: 'CLOSED' });
  expect(lines).toEqual([]);
});

test('closing what never started starts nothing', async () => {
  const sender = testSender({ workerEntry: new URL('file:///no/such/thread.js') });
  await sender.close();
  expect(await sender.probe(unused)).toEqual({ ok: false, code: 'CLOSED', retryAfterMs: null });
});
