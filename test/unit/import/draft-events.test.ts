import { describe, expect, it } from 'vitest';
import { draftEvents } from '../../../src/main/domain/import/draft-events.ts';
import { readRow } from '../../../src/main/domain/import/read-row.ts';
import { mappingFrom, mappingJson, rowWith } from '../../support/cli-mapping.ts';

const importAt = Date.parse('2026-01-01T00:00:00Z');

function eventsOf(changes: Record<string, string>, extra: Record<string, unknown> = {}) {
  const mapping = mappingFrom({ ...mappingJson(), ...extra });
  const reading = readRow(rowWith(changes), mapping, importAt);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  let made = 0;
  return draftEvents(reading.draft, {
    mapping,
    organizationId: 'org',
    teamId: null,
    batchId: 'batch',
    actorId: 'me',
    importAt,
    newId: () => `id-${(made += 1)}`,
  });
}

function storyOf(changes: Record<string, string>, extra: Record<string, unknown> = {}): string[] {
  return eventsOf(changes, extra).map((event) => {
    const detail =
      event.kind === 'status_changed'
        ? ` ${event.body.status}${event.body.disposition === null ? '' : ` ${event.body.disposition}`}`
        : event.kind === 'ticket_created'
          ? ` history ${String(event.body.historyUntil === importAt)}`
          : '';
    return `${new Date(event.occurredAt).toISOString().slice(0, 16)} ${event.kind}${detail}`;
  });
}

describe('the story of an imported row', () => {
  it('of a closed ticket is its creation and its closing, at their own times', () => {
    expect(storyOf({})).toEqual([
      '2025-03-03T06:15 ticket_created history true',
      '2025-03-03T17:40 status_changed closed',
    ]);
  });

  it('keeps duplicates and transfers as what they are', () => {
    expect(storyOf({ State: 'Done (double)' })[1]).toBe('2025-03-03T17:40 status_changed closed duplicate');
    expect(storyOf({ State: 'Done (sent on)' })[1]).toBe('2025-03-03T17:40 status_changed closed transferred');
    expect(storyOf({ State: 'New (double)', Done: '' })[1]).toBe('2025-03-03T17:40 status_changed open duplicate');
  });

  it('of an open ticket is its creation alone', () => {
    expect(storyOf({ State: 'Open', Done: '' })).toEqual(['2025-03-03T06:15 ticket_created history true']);
  });

  it('never lets a status lie before the creation', () => {
    expect(storyOf({ State: 'Waiting', Done: '', 'State since': '2025-03-03 08:14' })[1]).toBe(
      '2025-03-03T06:15 status_changed pending',
    );
  });

  it('of an open ticket with a closing date is closed once and taken up again', () => {
    expect(storyOf({ State: 'Waiting', 'State since': '2025-03-05 10:00' })).toEqual([
      '2025-03-03T06:15 ticket_created history true',
      '2025-03-03T17:40 status_changed closed',
      '2025-03-05T08:00 status_changed open',
      '2025-03-05T08:00 status_changed pending',
    ]);
  });

  it('is closed without a time where the source does not date it', () => {
    expect(storyOf({ Done: '' }, { closed_without_date: 'undated' })[1]).toBe('2025-03-03T06:15 status_changed closed');
  });

  it('has no target where its due date is blank, and the deadlines are learnt from the file', () => {
    const withoutTargets = (row: Record<string, string>) => eventsOf(row)[0]?.body;
    expect(withoutTargets({ Due: '' })).toMatchObject({ withoutTargets: true });
    expect(withoutTargets({})).not.toHaveProperty('withoutTargets');
  });

  it('is live where the mapping says so', () => {
    expect(storyOf({}, { overdue: 'live' })[0]).toBe('2025-03-03T06:15 ticket_created history false');
  });
});
