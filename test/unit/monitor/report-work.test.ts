import { expect, test } from 'vitest';
import { actLine, stepLine } from '../../../src/main/monitor/report-work.ts';
import type { EventOf } from '../../../src/main/domain/ticket/events.ts';
import { T0, uid } from '../../support/centre.ts';

const breached: EventOf<'breached'> = {
  id: uid(1),
  ticketId: uid(2),
  kind: 'breached',
  body: { clockId: uid(3), target: 'response', dueAt: T0, noticedAt: T0, history: false },
  occurredAt: T0,
  actorId: null,
  at: T0 * 1024,
  deskId: uid(4),
  v: 1,
};

test('what is printed of a ticket names it, and of a sensitive one neither its number nor what was done', () => {
  expect(actLine('WK-TEST-000001', breached)).toContain('breach WK-TEST-000001 response');
  expect(actLine('', breached)).toBeNull();
  const step = { channel: 'email', state: 'sent', code: null } as const;
  expect(stepLine(T0, { ...step, number: 'WK-TEST-000001' })).toContain('sent WK-TEST-000001 email');
  expect(stepLine(T0, { ...step, number: '' })).toBe(`${new Date(T0).toISOString()} sent email`);
});
