import { expect, test } from 'vitest';
import { statusMoves } from '../../../src/preload/contract/status-moves.ts';
import { statuses } from '../../../src/preload/contract/values.ts';
import { commonMoves } from '../../../src/renderer/features/queue/common-moves.ts';

test('one ticket is offered what the table allows from its status, and never where it stands', () => {
  for (const status of statuses) {
    expect(commonMoves([{ status }])).toEqual(statusMoves[status]);
    expect(commonMoves([{ status }])).not.toContain(status);
  }
});

test('several tickets are offered what is allowed from each of them', () => {
  expect(commonMoves([{ status: 'open' }, { status: 'in_progress' }])).toEqual(['pending', 'resolved', 'closed']);
  expect(commonMoves([{ status: 'resolved' }, { status: 'closed' }])).toEqual(['open', 'in_progress']);
});

test('tickets that have no move in common are offered none', () => {
  expect(commonMoves([{ status: 'open' }, { status: 'in_progress' }, { status: 'closed' }])).toEqual([]);
  expect(commonMoves([])).toEqual([]);
});
