import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRow, type RowReading } from '../../../src/main/domain/import/read-row.ts';
import { mappingFrom, mappingJson, rowWith } from '../../support/cli-mapping.ts';

const mapping = mappingFrom(mappingJson());
const now = Date.parse('2026-01-01T00:00:00Z');

const read = (changes: Record<string, string> = {}): RowReading => readRow(rowWith(changes), mapping, now);
const codes = (changes: Record<string, string>): string[] => {
  const reading = read(changes);
  return reading.ok ? [] : reading.problems.map(({ code, column }) => `${code} ${column}`);
};
const warnings = (reading: RowReading): string[] =>
  reading.ok ? reading.warnings.map(({ code }) => code) : ['refused'];

describe('a row of a file', () => {
  it('becomes a draft in the words of the desk', () => {
    expect(read()).toMatchObject({
      ok: true,
      warnings: [],
      draft: {
        number: 'SD-1',
        createdAt: Date.parse('2025-03-03T06:15:00Z'),
        dueAt: Date.parse('2025-03-04T06:15:00Z'),
        closedAt: Date.parse('2025-03-03T17:40:00Z'),
        meaning: { status: 'closed' },
        place: { address: '1 Aloe Street', latitude: -31.4, longitude: 31.2 },
      },
    });
  });

  it.each([
    [{ Ref: '' }, 'MISSING_VALUE Ref'],
    [{ Ref: 'x'.repeat(41) }, 'TOO_LONG Ref'],
    [{ Group: ' ' }, 'MISSING_VALUE Group'],
    [{ What: 'x'.repeat(301) }, 'TOO_LONG What'],
    [{ Opened: '' }, 'MISSING_VALUE Opened'],
    [{ Opened: '03/03/2025' }, 'BAD_DATE Opened'],
    [{ Opened: '2025-13-03 08:15' }, 'NO_SUCH_DATE Opened'],
    [{ Opened: '2025-02-30 08:15' }, 'NO_SUCH_DATE Opened'],
    [{ Due: '9999-01-01 00:00' }, 'DATE_OUT_OF_RANGE Due'],
    [{ Opened: '2026-03-03 08:15', Due: '', Done: '', State: 'Open' }, 'DATE_IN_FUTURE Opened'],
    [{ Due: '2025-03-03 08:14' }, 'DUE_BEFORE_CREATED Due'],
    [{ Done: '2025-03-03 08:14' }, 'CLOSED_BEFORE_CREATED Done'],
    [{ Done: '' }, 'CLOSED_WITHOUT_DATE Done'],
    [{ State: '' }, 'MISSING_VALUE State'],
    [{ State: 'Lost' }, 'UNKNOWN_STATUS State'],
    [{ State: 'constructor' }, 'UNKNOWN_STATUS State'],
    [{ Lat: 'south' }, 'BAD_NUMBER Lat'],
    [{ Lat: '-91' }, 'BAD_PLACE Lat'],
    [{ Lon: '' }, 'MISSING_VALUE Lon'],
  ])('is refused for %j', (changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });

  it('tells everything that is wrong with it at once', () => {
    expect(codes({ Ref: '', Opened: 'soon', State: 'Lost', Lat: 'x' })).toEqual([
      'MISSING_VALUE Ref',
      'BAD_DATE Opened',
      'BAD_NUMBER Lat',
      'UNKNOWN_STATUS State',
    ]);
  });

  it('is reopened where it was closed once and stands open', () => {
    const reading = read({ State: 'Open', 'State since': '2025-03-05 08:00' });
    expect(warnings(reading)).toEqual(['CLOSE_DATE_BUT_OPEN']);
  });

  it('that is closed without a date follows the mapping', () => {
    const blank = rowWith({ Done: '' });
    const undated = readRow(blank, mappingFrom({ ...mappingJson(), closed_without_date: 'undated' }), now);
    expect(undated).toMatchObject({ ok: true, draft: { meaning: { status: 'closed' }, closedAt: null } });
    const dated = readRow(blank, mappingFrom({ ...mappingJson(), closed_without_date: 'status_date' }), now);
    expect(dated).toMatchObject({ ok: true, draft: { closedAt: Date.parse('2025-03-03T17:40:00Z') } });
  });

  it('shows at most 200 signs of a value in the report', () => {
    const reading = read({ Opened: 'x'.repeat(100_000) });
    expect(reading.ok ? '' : reading.problems[0]?.value.length).toBe(201);
  });

  it('keeps what it is given, whatever stands in free text, and never throws', () => {
    const text = fc.string({ maxLength: 310, unit: 'grapheme' });
    const due = fc.oneof(fc.constantFrom('', '2025-03-04 08:15'), text);
    fc.assert(
      fc.property(fc.record({ What: text, Caller: text, Where: text, Team: text, Due: due }), (changes) => {
        const reading = read(changes);
        const { What, Caller, Where, Team } = changes;
        const kept = reading.ok
          ? [reading.draft.subject, reading.draft.contact.name, reading.draft.place.address, reading.draft.team]
          : reading.problems.map(({ code }) => code).filter((code) => code !== 'TOO_LONG' && code !== 'BAD_DATE');
        const given = [What, Caller, Where, Team].map((value) => value.trim());
        expect(kept).toEqual(reading.ok ? [given[0] || 'Water', ...given.slice(1)] : []);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });
});
