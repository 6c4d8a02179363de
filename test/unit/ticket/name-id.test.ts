import { assert, property, string } from 'fast-check';
import { parse, v5 } from 'uuid';
import { expect, test } from 'vitest';
import { nameId } from '../../../src/main/domain/ticket/name-id.ts';

const namespace = parse('2f7d3c1e-98c4-4b53-9d0c-5a0e1d7b6c11');

test('a name gives the id that another maker of v5 gives it, at every length around the ends of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const name = 'n'.repeat(length);
    expect(nameId(name, namespace)).toBe(v5(name, namespace));
  }
});

test('so does a name in any script', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 400 }), (name) => {
      expect(nameId(name, namespace)).toBe(v5(name, namespace));
    }),
  );
});

test('a short name after a long one has nothing of it', () => {
  const short = nameId('b', namespace);
  nameId('a'.repeat(5000), namespace);
  expect(nameId('b', namespace)).toBe(short);
});
