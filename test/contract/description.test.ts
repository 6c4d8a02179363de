import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { differences, operationsOf, resolved, type Description, type Schema } from '../support/open-api.ts';
import { descriptions } from '../support/prism.ts';

const read = (file: string): Description => JSON.parse(readFileSync(file, 'utf8')) as Description;

/** Twilio's own descriptions, where they lie beside the project: they are not ours to ship. */
const beside = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/contracts/twilio_${name}.openapi.json`, import.meta.url));

/** Every schema within one, itself included. */
function within(schema: Schema): Schema[] {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return [schema, ...inner.flatMap(within)];
}

/** What makes a description useless to whoever checks calls by it. */
function faultsOf(description: Description): string[] {
  const operations = operationsOf(description);
  const faults = operations.length === 0 ? ['describes no call'] : [];
  for (const { path, method, operation } of operations) {
    const place = `${method} ${path}`;
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
      const isGiven = operation.parameters?.some(
        (one) => one.name === name && one.in === 'path' && one.required === true,
      );
      if (isGiven !== true) faults.push(`${place}: {${name}} is no parameter`);
    }
    if (method === 'post' && operation.requestBody?.required !== true) faults.push(`${place}: a body may be missing`);
    for (const status of ['400', '401', '429', '503']) {
      if (operation.responses[status] === undefined) faults.push(`${place}: says nothing of ${status}`);
    }
    if (operation.responses['429']?.headers?.['Retry-After'] === undefined) faults.push(`${place}: no Retry-After`);
    const media = Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {}));
    const schemas = media.flatMap(({ schema }) => (schema ? within(resolved(schema, description)) : []));
    for (const schema of schemas) resolved(schema, description);
  }
  return faults;
}

describe.each(Object.entries(descriptions))('our description of the provider’s %s', (name, file) => {
  const ours = read(file);
  const isBeside = existsSync(beside(name));
  const theirs = isBeside ? read(beside(name)) : ours;

  test('is whole', () => {
    expect(faultsOf(ours)).toEqual([]);
  });

  // Where the provider's own is not at hand, the comparison is held against itself, and the mistakes below all the same.
  test(`says nothing that ${isBeside ? 'the provider’s own' : 'it itself'} does not`, () => {
    expect(differences(ours, theirs)).toEqual([]);
  });

  /** Each one thing wrong with our description, by a replacement in its text. */
  const mistakes: readonly (readonly [string, string, string])[] = [
    ['a call that there is not', 'https://', 'https://other.'],
    ['a parameter of another name', '"name": "Sid"', '"name": "Id"'],
    ['a parameter of another type', '"minLength": 34,', '"minLength": 34, "type": "integer",'],
    ['a parameter that need not be', '"required": true,', '"required": false,'],
    ['a status that never comes', '"401":', '"418":'],
    ['a field of another name', '"sid":', '"id":'],
    ['a field that is never null', '"nullable": true', '"nullable": false'],
  ];
  test.each(mistakes)('is told apart from one with %s', (_mistake, right, wrong) => {
    const text = JSON.stringify(ours, null, 1);
    expect(text).toContain(right);
    const changed = JSON.parse(text.replaceAll(right, wrong)) as Description;
    expect(differences(changed, theirs)).not.toEqual([]);
  });
});

test('a form that lacks what the provider demands, or sends what it does not know, is told', () => {
  const ours = read(descriptions.messages);
  const text = JSON.stringify(ours);
  const without = JSON.parse(text.replace('"required":["To"]', '"required":[]')) as Description;
  expect(differences(without, ours)).toContainEqual(expect.stringContaining('.To: is required'));
  const camelCase = JSON.parse(text.replaceAll('"ContentVariables"', '"contentVariables"')) as Description;
  expect(differences(camelCase, ours)).toContainEqual(expect.stringContaining('.contentVariables: not theirs'));
  const statuses = JSON.parse(text.replace('"undelivered"', '"lost"')) as Description;
  expect(differences(statuses, ours)).toContainEqual(expect.stringContaining('other values'));
});
