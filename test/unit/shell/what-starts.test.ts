import { expect, test } from 'vitest';
import { loadedWith } from '../../support/loaded-with.ts';

/** Most of the contract: nobody may ask for it before they have signed in. */
const ofSessions = 'src/preload/contract/routes.ts';

test('the first moment of the desk loads nothing of what stands behind the window', () => {
  const loaded = loadedWith('src/main/index.ts');
  const behind = /^src\/main\/(?:store|domain|engine|scheduler|outbox|channels)\//;
  expect([...loaded].filter((path) => behind.test(path))).toEqual([]);
  expect(loaded).not.toContain('src/main/start-desk.ts');
  expect(loaded).not.toContain('src/preload/contract/people.ts');
});

test('what needs a session is loaded when the first such question comes', () => {
  expect(loadedWith('src/main/start-desk.ts')).not.toContain(ofSessions);
  expect(loadedWith('src/main/ipc/session-door.ts')).toContain(ofSessions);
});
