import { expect, test } from 'vitest';
import { createDraftSaver, draftRestMs } from '../../../src/renderer/client/draft-saver.ts';
import { createMessageStore, undoMs } from '../../../src/renderer/client/message-store.ts';
import { gatherMs, onChanges, type Changes } from '../../../src/renderer/client/change-feed.ts';
import { answeringClient } from '../../support/renderer-client.ts';
import { handTimers } from '../../support/renderer-timers.ts';

const changed = { ok: true, value: { ticketId: 't', number: 'n', eventId: 'v', version: 2 } } as const;

test('an action can be undone for ten seconds, newest event first', async () => {
  const timers = handTimers();
  const client = answeringClient({ 'ticket.undo': () => changed });
  const messages = createMessageStore(client, timers);
  messages.done({ key: 'messages.bulk', values: { count: 2 } }, ['e1', 'e2']);
  timers.advance(undoMs - 1);
  await messages.undo();
  expect(client.asked.map(({ input }) => input)).toEqual([{ eventId: 'e2' }, { eventId: 'e1' }]);
  expect(messages.getState().shown).toMatchObject({ kind: 'done', said: { key: 'messages.undone' } });
});

test('what is no event of a ticket has a way back of its own', async () => {
  const timers = handTimers();
  const messages = createMessageStore(answeringClient({}), timers);
  const asked: string[] = [];
  const takeBack = (code: 'ok' | 'UNDO_TOO_LATE') => () => {
    asked.push(code);
    return Promise.resolve(code === 'ok' ? ({ ok: true, value: {} } as const) : ({ ok: false, code } as const));
  };
  messages.done({ key: 'message.acted.cancel' }, [], takeBack('ok'));
  await messages.undo();
  expect(messages.getState().shown).toMatchObject({ kind: 'done', said: { key: 'messages.undone' } });
  messages.done({ key: 'message.acted.cancel' }, [], takeBack('UNDO_TOO_LATE'));
  await messages.undo();
  expect(messages.getState().shown).toMatchObject({ kind: 'failed', failure: { code: 'UNDO_TOO_LATE' } });
  expect(asked).toEqual(['ok', 'UNDO_TOO_LATE']);
});

test('after ten seconds there is nothing to undo, and Z says so', async () => {
  const timers = handTimers();
  const client = answeringClient({ 'ticket.undo': () => changed });
  const messages = createMessageStore(client, timers);
  messages.done({ key: 'messages.noted', values: { number: 'n' } }, ['e1']);
  timers.advance(undoMs);
  await messages.undo();
  expect(client.asked).toEqual([]);
  expect(messages.getState().shown).toMatchObject({ kind: 'failed', failure: { code: 'NOTHING_TO_UNDO' } });
});

test('what failed stays until it is dismissed', () => {
  const timers = handTimers();
  const messages = createMessageStore(answeringClient({}), timers);
  messages.failed({ ok: false, code: 'ACCESS_DENIED' });
  timers.advance(60_000);
  expect(messages.getState().shown?.kind).toBe('failed');
  messages.dismiss();
  expect(messages.getState().shown).toBeNull();
});

test('a draft is saved when typing rests, once, and read back before it has reached the store', async () => {
  const timers = handTimers();
  const client = answeringClient({
    'draft.save': () => ({ ok: true, value: {} }),
    'draft.get': () => ({ ok: true, value: { text: 'old' } }),
  });
  const drafts = createDraftSaver(client, timers);
  drafts.save('intake', 'a');
  timers.advance(draftRestMs - 1);
  drafts.save('intake', 'ab');
  expect(await drafts.read('intake')).toBe('ab');
  timers.advance(draftRestMs);
  expect(client.asked).toEqual([{ route: 'draft.save', input: { key: 'intake', text: 'ab' } }]);
  expect(await drafts.read('intake')).toBe('old');
});

test('leaving saves what still waits', async () => {
  const timers = handTimers();
  const client = answeringClient({ 'draft.save': () => ({ ok: true, value: {} }) });
  const drafts = createDraftSaver(client, timers);
  drafts.save('reply:1', 'x');
  drafts.save('note:1', 'y');
  await drafts.flush();
  expect(client.asked.length).toBe(2);
  expect(timers.waiting()).toBe(0);
});

test('changes that come together are read once', () => {
  const timers = handTimers();
  const client = answeringClient({});
  const heard: Changes[] = [];
  const stop = onChanges(client, timers, (changes) => heard.push(changes));
  client.emit('store.changed', { ticketIds: ['a', 'b'], many: false, directory: false });
  client.emit('store.changed', { ticketIds: ['b', 'c'], many: false, directory: true });
  timers.advance(gatherMs);
  client.emit('store.changed', { ticketIds: [], many: true, directory: false });
  timers.advance(gatherMs);
  expect(heard).toEqual([
    { ticketIds: new Set(['a', 'b', 'c']), directory: true },
    { ticketIds: null, directory: false },
  ]);
  stop();
  client.emit('store.changed', { ticketIds: ['z'], many: false, directory: false });
  expect(timers.waiting()).toBe(0);
});
