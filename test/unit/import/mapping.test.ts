import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsRead, readMapping } from '../../../src/main/domain/import/mapping.ts';
import { mappingFrom, mappingJson } from '../../support/cli-mapping.ts';
import { exampleFile } from '../../support/cli-run.ts';

function refusal(json: unknown): { code: string; path: unknown; why: unknown } {
  const mapping = readMapping(typeof json === 'string' ? json : JSON.stringify(json));
  if (mapping.ok) throw new Error('it was taken');
  return { code: mapping.code, path: mapping.params?.['path'], why: mapping.params?.['why'] };
}

const columns = (): Record<string, unknown> => mappingJson()['columns'] as Record<string, unknown>;

describe('a mapping', () => {
  it.each(['service-desk.mapping.json', 'baltimore-311.mapping.json'])('of the examples is taken: %s', (name) => {
    expect(readMapping(readFileSync(exampleFile(name), 'utf8'))).toMatchObject({ ok: true });
  });

  it('names the columns that it reads, each once', () => {
    const json = { ...mappingJson(), columns: { ...columns(), subject: 'Group', description: ['Ref', 'Note'] } };
    const read = columnsRead(mappingFrom(json));
    expect(new Set(read).size).toBe(read.length);
    expect(read).toContain('Note');
  });

  it('is refused with where it is wrong and what to write', () => {
    expect(refusal('{')).toMatchObject({ code: 'BAD_MAPPING', path: 'the whole file' });
    expect(refusal({ ...mappingJson(), extra: 1 })).toMatchObject({
      why: expect.stringContaining('“extra”') as string,
    });
    expect(refusal({ ...mappingJson(), overdue: 'never' })).toMatchObject({ path: 'overdue' });
    expect(refusal({ ...mappingJson(), statuses: {} })).toMatchObject({ path: 'statuses' });
    expect(refusal({ ...mappingJson(), statuses: { Done: { status: 'escalated' } } })).toMatchObject({
      path: 'statuses.Done.status',
    });
    expect(refusal({ ...mappingJson(), dates: { form: 'dd/MM', zone: 'UTC' } })).toMatchObject({ path: 'dates.form' });
    const { due: _, ...withoutDue } = columns();
    expect(refusal({ ...mappingJson(), columns: withoutDue })).toMatchObject({ path: 'columns.due' });
    const { latitude: __, ...withoutLatitude } = columns();
    expect(refusal({ ...mappingJson(), columns: withoutLatitude })).toMatchObject({ path: 'columns' });
  });

  it('is refused for a time zone that does not exist', () => {
    const dates = { form: 'yyyy-MM-dd', zone: 'Mars/Olympus' };
    expect(refusal({ ...mappingJson(), dates })).toMatchObject({ code: 'UNKNOWN_TIME_ZONE', path: 'dates.zone' });
    const organization = { name: 'A', profile: 'municipal', timezone: 'Nowhere' };
    expect(refusal({ ...mappingJson(), organization })).toMatchObject({ path: 'organization.timezone' });
  });
});
