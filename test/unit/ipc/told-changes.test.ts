import { describe, expect, test } from 'vitest';
import { isSameSight, toldOf } from '../../../src/main/ipc/told-changes.ts';
import type { StoreChange } from '../../../src/main/store/store.ts';

const plain = { organizationId: 'city', sensitive: false };
const sensitive = { organizationId: 'city', sensitive: true };
const ward = { organizationId: 'ward', sensitive: false };
const change = (part: Partial<StoreChange>): StoreChange => ({
  stretches: [],
  many: false,
  directory: false,
  nextAt: null,
  notices: 0,
  messages: 0,
  ...part,
});

describe('of a change a viewer is told', () => {
  test('the tickets of what they read, and no others', () => {
    const all = change({
      stretches: [
        { ...plain, ticketIds: ['a'] },
        { ...sensitive, ticketIds: ['b'] },
        { ...ward, ticketIds: ['c'] },
      ],
    });
    expect(toldOf(all, [plain])).toEqual({ ticketIds: ['a'], many: false, directory: false });
    expect(toldOf(all, [plain, sensitive])).toEqual({ ticketIds: ['a', 'b'], many: false, directory: false });
  });
  test('a ticket that moved out of their sight, once', () => {
    const marked = change({
      stretches: [
        { ...plain, ticketIds: ['a'] },
        { ...sensitive, ticketIds: ['a'] },
      ],
    });
    expect(toldOf(marked, [plain, sensitive])?.ticketIds).toEqual(['a']);
  });
  test('that much changed only where some of it is theirs to see', () => {
    const storm = change({ stretches: [{ ...ward, ticketIds: ['c'] }], many: true });
    expect(toldOf(storm, [plain])).toBeNull();
    expect(toldOf(storm, [ward])).toMatchObject({ many: true });
    expect(toldOf(change({ ...storm, directory: true }), [plain])).toEqual({
      ticketIds: [],
      many: false,
      directory: true,
    });
  });
  test('nothing of what only told somebody something', () => {
    expect(toldOf(change({ notices: 1 }), [plain])).toBeNull();
  });
});

test('a sight is the same whatever its order, and another when anything is added, lost or exchanged', () => {
  expect(isSameSight([plain, ward], [ward, plain])).toBe(true);
  expect(isSameSight([plain], [plain, sensitive])).toBe(false);
  expect(isSameSight([plain, sensitive], [plain])).toBe(false);
  expect(isSameSight([plain], [sensitive])).toBe(false);
});
