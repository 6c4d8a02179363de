import { describe, expect, test } from 'vitest';
import { previewReapply } from '../../../src/main/domain/sla/preview-reapply.ts';
import { calendar, centre, deskWithTicket, HOUR, missed, policy, T0, uid } from '../../support/centre.ts';

const seconds = (response: number, resolution: number) => ({
  response: response * 3600,
  next_response: null,
  resolution: resolution * 3600,
});
const first = policy(21, { targetSeconds: seconds(8, 48), warnPercent: 0 });
/** The same policy, published again. */
const second = { ...first, id: uid(23), publishedAt: T0 + HOUR, targetSeconds: seconds(4, 24) };
const reapplied = { kind: 'policy_reapplied', body: {} } as const;

function edited() {
  const config = centre({ policies: [first], rules: [] });
  const ticket = deskWithTicket(config);
  config.apply({ kind: 'policy_published', value: second });
  return { config, ticket };
}

describe('re-applying the policies of today (SLA 2)', () => {
  test('until then an edit counts for new tickets only', () => {
    const { ticket } = edited();
    ticket.wakesAt(T0 + 2 * HOUR);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 48 * HOUR });
  });

  test('an administrator sees before what would change, and nothing is written by it', () => {
    const { config, ticket } = edited();
    ticket.wakesAt(T0 + 6 * HOUR);
    const state = structuredClone(ticket.state);
    expect(previewReapply(ticket.state, config, T0 + 6 * HOUR)).toEqual({
      number: 'WK-A-000001',
      from: { policyVersionId: uid(21), policyName: 'policy 21', calendarVersionId: null },
      to: { policyVersionId: uid(23), policyName: 'policy 21', calendarVersionId: null },
      deadlines: {
        response: { before: T0 + 8 * HOUR, after: T0 + 6 * HOUR },
        next_response: { before: null, after: null },
        resolution: { before: T0 + 48 * HOUR, after: T0 + 24 * HOUR },
      },
      breachesNow: ['response'],
    });
    expect(ticket.state).toEqual(state);
  });

  test('it matches again: time used counts, and what lies in the past breaches at the change, as was shown', () => {
    const { ticket } = edited();
    ticket.at(T0 + 6 * HOUR).does(reapplied);
    expect(ticket.kinds().slice(-3)).toEqual(['policy_reapplied', 'policy_matched', 'breached']);
    expect(missed(ticket)).toEqual([['response', 6]]);
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 24 * HOUR });
  });

  test('it takes the calendar of today as well', () => {
    const inHours = { ...first, calendarId: uid(551) };
    const config = centre({ policies: [inHours], rules: [], calendars: [calendar(51)] });
    const ticket = deskWithTicket(config);
    config.apply({ kind: 'calendar_published', value: calendar(51, { id: uid(52), publishedAt: T0 + HOUR }) });
    expect(previewReapply(ticket.state, config, T0 + HOUR)?.to.calendarVersionId).toBe(uid(52));
    ticket.at(T0 + HOUR).does(reapplied);
    expect(ticket.state.calendarVersionId).toBe(uid(52));
  });

  test('nothing to change is shown as nothing, and leaves the match as it is', () => {
    const config = centre({ policies: [first], rules: [] });
    const ticket = deskWithTicket(config);
    expect(previewReapply(ticket.state, config, T0)).toBeNull();
    ticket.does(reapplied);
    expect(ticket.kinds().at(-1)).toBe('policy_reapplied');
  });

  test('a ticket that has ended, or is sensitive, keeps what it has', () => {
    const { config, ticket } = edited();
    ticket.at(T0 + HOUR).status('resolved');
    expect(previewReapply(ticket.state, config, T0 + HOUR)).toBeNull();
    const sensitive = deskWithTicket(config, { sensitive: true, assigneeId: null });
    config.apply({ kind: 'policy_published', value: { ...second, id: uid(24) } });
    expect(previewReapply(sensitive.state, config, T0)).toBeNull();
  });

  test('a longer target does not take a breach back', () => {
    const config = centre({ policies: [first], rules: [] });
    const ticket = deskWithTicket(config).wakesAt(T0 + 50 * HOUR);
    config.apply({ kind: 'policy_published', value: { ...second, targetSeconds: seconds(100, 100) } });
    expect(previewReapply(ticket.state, config, T0 + 50 * HOUR)?.breachesNow).toEqual([]);
    ticket.does(reapplied);
    expect(ticket.state.clocks.resolution).toMatchObject({ kind: 'breached', dueAt: T0 + 48 * HOUR });
  });

  test('an undo of the wish is an undo of the match', () => {
    const { ticket } = edited();
    const wish = ticket.at(T0 + HOUR).does(reapplied);
    ticket.does({ kind: 'voided', body: { eventId: wish } });
    expect(ticket.state.clocks.resolution).toEqual({ kind: 'running', dueAt: T0 + 48 * HOUR });
  });
});
