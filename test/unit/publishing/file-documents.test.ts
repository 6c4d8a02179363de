import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { compileFile } from '../../../src/main/domain/publishing/file/compile-file.ts';
import { fileForm } from '../../../src/main/domain/publishing/file/file-form.ts';
import { T0, uid } from '../../support/centre.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const read = (name: string): string => readFileSync(`${docs}${name}`, 'utf8');

describe('the documents of the configuration file', () => {
  test('hold the JSON schema of the very form that is read', () => {
    expect(JSON.parse(read('configuration.schema.json'))).toEqual(z.toJSONSchema(fileForm, { io: 'input' }));
  });

  test('hold an example that can be set in an empty store', () => {
    let made = 0;
    const newId = () => uid(70_000 + (made += 1));
    const { changes, problems } = compileFile(read('examples/hospital.configuration.json'), {
      entities: [],
      revisionOf: () => null,
      newId,
      nowAt: T0,
    });
    expect(problems).toEqual([]);
    expect(changes).toHaveLength(14);
  });

  test('name every key that a file can have', () => {
    const page = read('configuration.md');
    const keys = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties } = schema as { properties?: Record<string, unknown> };
      for (const key of Object.keys(properties ?? {})) keys.add(key);
      Object.values(schema).forEach(walk);
    };
    walk(z.toJSONSchema(fileForm, { io: 'input' }));
    const days = /^(?:mon|tue|wed|thu|fri|sat|sun)$/;
    expect([...keys].filter((key) => !days.test(key) && !page.includes(key))).toEqual([]);
  });
});
