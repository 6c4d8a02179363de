import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import { snapshotOf } from '../../../src/main/domain/publishing/check/check-draft.ts';
import { entityOf } from '../../../src/main/domain/publishing/draft.ts';
import { compileFile } from '../../../src/main/domain/publishing/file/compile-file.ts';
import { hoursOf, hoursText, secondsOf, secondsText } from '../../../src/main/domain/publishing/file/duration.ts';
import { jsonText } from '../../../src/main/domain/publishing/file/json-text.ts';
import { configFileOf } from '../../../src/main/domain/publishing/file/write-file.ts';
import { T0, uid, user } from '../../support/centre.ts';
import { anyConfiguration } from '../../support/config-arbitrary.ts';

function textOf(entities: readonly ConfigEntity[]): string {
  return jsonText(configFileOf(snapshotOf(entities)));
}

function compiled(text: string, entities: readonly ConfigEntity[]) {
  let made = 0;
  const newId = () => uid(70_000 + (made += 1));
  return compileFile(text, { entities, revisionOf: () => null, newId, nowAt: T0 });
}

/** The configuration after everything that the file says was published. */
function withFile(text: string, entities: readonly ConfigEntity[]): ConfigEntity[] {
  let made = 0;
  const newId = () => uid(80_000 + (made += 1));
  const { changes } = compiled(text, entities);
  return [...entities, ...changes.map((change) => entityOf(change, { publishedAt: T0, newId }))];
}

test('a configuration that is printed, set in an empty store and printed again is the same, whatever it is', () => {
  fc.assert(
    fc.property(anyConfiguration, (entities) => {
      const text = textOf(entities);
      expect(textOf(withFile(text, []))).toBe(text);
    }),
    { numRuns: 40 },
  );
});

test('a configuration that is set where it came from changes nothing', () => {
  fc.assert(
    fc.property(anyConfiguration, (entities) => {
      expect(compiled(textOf(entities), entities).changes).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a configuration that is set over another leaves just what it says in use', () => {
  const inUse = (text: string): unknown =>
    JSON.parse(text, (_key, value: unknown) =>
      Array.isArray(value) ? value.filter((one: { active?: boolean }) => one.active !== false) : value,
    );
  fc.assert(
    fc.property(anyConfiguration, anyConfiguration, (wanted, there) => {
      const text = textOf(wanted);
      const after = inUse(textOf(withFile(text, there))) as { organizations: Record<string, unknown>[] };
      const expected = inUse(text) as { organizations: Record<string, unknown>[] };
      expected.organizations.forEach((organization, n) => {
        for (const key of ['calendars', 'policies', 'rules'])
          expect([key, after.organizations[n]?.[key]]).toEqual([key, organization[key]]);
      });
    }),
    { numRuns: 40 },
  );
});

test('the administrator of the store stays who it is, by name', () => {
  const admin = user(uid(1), { userName: 'admin', administrator: true, clearedFor: [uid(1000)] });
  const there: ConfigEntity[] = [{ kind: 'user_saved', value: admin }];
  const text = jsonText({ watchkeeper: 1, users: [{ user: 'ADMIN', name: 'Amina', administrator: true }] });
  const [change] = compiled(text, there).changes;
  expect(change?.value).toMatchObject({ id: uid(1), displayName: 'Amina', clearedFor: [uid(1000)] });
});

test('spans of time read back as the number that they were written from', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 90_000, noNaN: true }), (hours) => {
      fc.pre(hours === 0 || hours > 1e-6);
      expect(hoursOf(hoursText(hours))).toBe(hours);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
      expect(secondsOf(secondsText(n))).toBe(n);
    }),
  );
  expect([secondsText(5400), secondsText(0), secondsText(45), secondsText(3661)]).toEqual([
    '1 h 30 min',
    '0 h',
    '45 s',
    '1 h 1 min 1 s',
  ]);
});
