import { readFileSync } from 'node:fs';
import { readMapping, type Mapping } from '../../src/main/domain/import/mapping.ts';
import type { Row } from '../../src/main/domain/import/read-row.ts';
import { exampleFile } from './cli-run.ts';

/** JSON of the example's mapping, to be changed by a test. */
export function mappingJson(): Record<string, unknown> {
  return JSON.parse(readFileSync(exampleFile('service-desk.mapping.json'), 'utf8')) as Record<string, unknown>;
}

export function mappingFrom(json: unknown): Mapping {
  const mapping = readMapping(JSON.stringify(json));
  if (!mapping.ok) throw new Error(JSON.stringify(mapping));
  return mapping.value;
}

/** A good row of the example, with some of its columns changed. */
export function rowWith(changes: Record<string, string> = {}): Row {
  const values: Record<string, string> = {
    Ref: 'SD-1',
    What: 'Tap runs',
    Group: 'Water',
    Opened: '2025-03-03 08:15',
    State: 'Done',
    'State since': '2025-03-03 19:40',
    Due: '2025-03-04 08:15',
    Done: '2025-03-03 19:40',
    Caller: 'Lerato Reedbank',
    Where: '1 Aloe Street',
    Lat: '-31.4',
    Lon: '31.2',
    Team: 'Pipes',
    ...changes,
  };
  return { line: 2, value: (column) => values[column] ?? '' };
}
