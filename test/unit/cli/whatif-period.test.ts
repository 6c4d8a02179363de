import { expect, test } from 'vitest';
import { periodOf } from '../../../src/main/cli/whatif/period.ts';

const at = (text: string): number => Date.parse(text);

test('two dates are whole days in the zone, both of them in the period', () => {
  expect(periodOf({ from: '2026-03-01', until: '2026-03-02' }, 'Africa/Johannesburg')).toEqual({
    ok: true,
    value: { fromAt: at('2026-02-28T22:00:00Z'), untilAt: at('2026-03-02T22:00:00Z') - 1 },
  });
});

test('a day whose midnight the clock skips begins where the clock goes on', () => {
  // Havana, 2026-03-08: from 00:00 to 01:00 at once.
  expect(periodOf({ from: '2026-03-08' }, 'America/Havana')).toEqual({
    ok: true,
    value: { fromAt: at('2026-03-08T05:00:00Z'), untilAt: null },
  });
});

test('what names no period is refused by its name', () => {
  expect(periodOf({ from: '2026-02-30' }, 'UTC')).toMatchObject({ code: 'BAD_INPUT', params: { key: '--from' } });
  expect(periodOf({ from: '2026-03-02', until: '2026-03-01' }, 'UTC')).toMatchObject({
    code: 'BAD_INPUT',
    params: { key: '--until' },
  });
  expect(periodOf({}, 'UTC')).toEqual({ ok: true, value: { fromAt: null, untilAt: null } });
});
