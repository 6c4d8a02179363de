import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Secrets } from '../../../src/main/ports/secrets.ts';
import { addServiceCredential, addUserSlot, removeUserSlot } from '../../../src/main/store/key/add-slot.ts';
import { changePassword } from '../../../src/main/store/key/change-password.ts';
import { createStore, type CreatedStore } from '../../../src/main/store/key/create-store.ts';
import { readHeader } from '../../../src/main/store/key/header.ts';
import { recoveryBytes } from '../../../src/main/store/key/recovery-key.ts';
import { unlock } from '../../../src/main/store/key/unlock.ts';
import { argon2Standard } from '../../../src/main/store/key/wrap.ts';
import type { Result } from '../../../src/preload/contract/result.ts';
import { people, T0 } from '../../support/centre.ts';
import { freshDirectory } from '../../support/store-desk.ts';
import { cheapArgon2, codeOf, password, repeatable, unwrap } from '../../support/store-options.ts';

const SECOND = 1000;
const admin = { id: people.administrator, userName: 'Admin' };
const agent = { id: people.agent, userName: 'thandi' };

/** A keychain that seals by turning bits over; `broken` is one of another login. */
function keychain(parts: { available?: boolean; broken?: boolean } = {}): Secrets {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  return {
    available: () => Promise.resolve(parts.available ?? true),
    seal: (plain) => Promise.resolve(turn(plain)),
    open: (sealed) =>
      parts.broken === true ? Promise.reject(new Error('another login')) : Promise.resolve(turn(sealed)),
  };
}

type Made = CreatedStore & { directory: string };

async function make(name: string, secrets: Secrets | null = null): Promise<Made> {
  const directory = freshDirectory(name);
  const allowPasswordOnly = secrets === null;
  const given = {
    directory,
    user: admin,
    password,
    secrets,
    allowPasswordOnly,
    nowAt: T0,
    random: repeatable(name),
    argon2: cheapArgon2,
  };
  return { ...unwrap(await createStore(given)), directory };
}

async function open(
  made: Made,
  userName: string,
  word: string,
  nowAt = T0,
  secrets: Secrets | null = null,
): Promise<Result<Uint8Array>> {
  const opened = await unlock({
    directory: made.directory,
    credential: { kind: 'password', userName, password: word },
    secrets,
    nowAt,
  });
  return opened.ok ? { ok: true, value: opened.value.key } : opened;
}

const grown = (made: Made) => ({
  directory: made.directory,
  key: made.key,
  nowAt: T0,
  random: repeatable('grown'),
  argon2: cheapArgon2,
  secrets: null,
});

describe('a store opens', () => {
  test('with its user’s password, however the name is written', async () => {
    const made = await make('by-password');
    for (const name of ['Admin', 'admin', ' ADMIN '])
      expect(unwrap(await open(made, name, password))).toEqual(made.key);
  });

  test('with a password typed on a keyboard that composes its letters', async () => {
    const made = await make('composed');
    unwrap(await addUserSlot({ ...grown(made), user: agent, password: 'café à l’aube'.normalize('NFC') }));
    expect(unwrap(await open(made, 'thandi', 'café à l’aube'.normalize('NFD')))).toEqual(made.key);
  });

  test('with the recovery key as it was printed, and as somebody copies it from paper', async () => {
    const made = await make('recovery');
    expect(made.recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const text of [
      made.recoveryKey,
      made.recoveryKey.toLowerCase().replaceAll('-', ' '),
      made.recoveryKey.replaceAll('0', 'O').replaceAll('1', 'l'),
    ]) {
      const opened = unwrap(
        await unlock({ directory: made.directory, credential: { kind: 'recovery', text }, secrets: null, nowAt: T0 }),
      );
      expect(opened).toMatchObject({ key: made.key, userId: null });
    }
    expect(recoveryBytes('0000')).toBeNull();
  });

  test('for a second user, whose slot a signed-in one opened', async () => {
    const made = await make('second');
    unwrap(await addUserSlot({ ...grown(made), user: agent, password: 'another long one' }));
    expect(unwrap(await open(made, 'thandi', 'another long one'))).toEqual(made.key);
    expect(codeOf(await open(made, 'thandi', password))).toBe('PASSWORD_WRONG');
  });

  test('with a service’s file, as long as nobody else may read it', async () => {
    const made = await make('service');
    const file = join(made.directory, 'monitor.key');
    unwrap(await addServiceCredential({ ...grown(made), name: 'monitor', file }));
    const tryIt = () =>
      unlock({ directory: made.directory, credential: { kind: 'service', file }, secrets: null, nowAt: T0 });
    expect(unwrap(await tryIt())).toMatchObject({ key: made.key, userId: null });
    await expect(addServiceCredential({ ...grown(made), name: 'monitor', file })).rejects.toThrow(/EEXIST/);
  });

  test.skipIf(process.platform === 'win32')('with no file that others may read', async () => {
    const made = await make('service-mode');
    const file = join(made.directory, 'monitor.key');
    unwrap(await addServiceCredential({ ...grown(made), name: 'monitor', file }));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o640);
    const credential = { kind: 'service', file } as const;
    const opened = await unlock({ directory: made.directory, credential, secrets: null, nowAt: T0 });
    expect(codeOf(opened)).toBe('ACCESS_DENIED');
  });

  test('at the real cost of a password: 64 MiB, three passes', async () => {
    const directory = freshDirectory('real-cost');
    unwrap(
      await createStore({
        directory,
        user: admin,
        password,
        secrets: null,
        allowPasswordOnly: true,
        nowAt: T0,
        random: repeatable('cost'),
      }),
    );
    const { slots } = unwrap(await readHeader(directory));
    expect(slots[0]).toMatchObject({ kind: 'password', argon2: { memoryKib: 65_536, passes: 3, lanes: 1 } });
    expect(argon2Standard).toEqual({ memoryKib: 65_536, passes: 3, lanes: 1 });
  });
});

describe('with the keychain a store', () => {
  test('takes both: the keychain’s secret and the password', async () => {
    const made = await make('keychain', keychain());
    expect(unwrap(await open(made, 'admin', password, T0, keychain()))).toEqual(made.key);
    expect(codeOf(await open(made, 'admin', 'not this one', T0, keychain()))).toBe('PASSWORD_WRONG');
  });

  for (const [what, secrets] of [
    ['is not there', null],
    ['is locked', keychain({ available: false })],
    ['is another login’s', keychain({ broken: true })],
  ] as const) {
    test(`says so when the keychain ${what}, and counts it as nobody’s wrong try`, async () => {
      const made = await make(`keychain-${what.length}`, keychain());
      for (let n = 0; n < 5; n += 1)
        expect(codeOf(await open(made, 'admin', password, T0, secrets))).toBe('KEYCHAIN_UNAVAILABLE');
      expect(unwrap(await open(made, 'admin', password, T0, keychain()))).toEqual(made.key);
    });
  }

  test('is never made for passwords alone without being asked to', async () => {
    const given = {
      directory: freshDirectory('unasked'),
      user: admin,
      password,
      nowAt: T0,
      random: repeatable('x'),
      allowPasswordOnly: false,
    };
    expect(codeOf(await createStore({ ...given, secrets: null }))).toBe('KEYCHAIN_UNAVAILABLE');
    expect(codeOf(await createStore({ ...given, secrets: keychain({ available: false }) }))).toBe(
      'KEYCHAIN_UNAVAILABLE',
    );
    expect(codeOf(await readHeader(given.directory))).toBe('STORE_MISSING');
  });

  test('keeps out a later user too where there is none', async () => {
    const made = await make('keychain-later', keychain());
    expect(codeOf(await addUserSlot({ ...grown(made), user: agent, password }))).toBe('KEYCHAIN_UNAVAILABLE');
  });
});

describe('wrong tries', () => {
  test('are free twice, then wait 1, 2, 4 seconds and more, and never erase anything', async () => {
    const made = await make('tries');
    let nowAt = T0;
    const waits: number[] = [];
    for (let n = 0; n < 28; n += 1) {
      const refused = await open(made, 'admin', 'wrong', nowAt);
      if (refused.ok || refused.code !== 'TOO_MANY_TRIES') continue;
      const waitMs = Number(refused.params?.['waitMs']);
      waits.push(waitMs / SECOND);
      nowAt += waitMs;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    // Even right ones wait, and the last millisecond too.
    await open(made, 'admin', 'wrong', nowAt);
    expect(codeOf(await open(made, 'admin', password, nowAt + 900 * SECOND - 1))).toBe('TOO_MANY_TRIES');
    expect(unwrap(await open(made, 'admin', password, nowAt + 900 * SECOND))).toEqual(made.key);
    expect(codeOf(await open(made, 'admin', 'wrong', nowAt + 900 * SECOND))).toBe('PASSWORD_WRONG');
  });

  test('of the recovery key wait like those of a password, the right one too', async () => {
    const made = await make('tries-of-recovery');
    const tryIt = (text: string) =>
      unlock({ directory: made.directory, credential: { kind: 'recovery', text }, secrets: null, nowAt: T0 });
    for (let n = 0; n < 3; n += 1) expect(codeOf(await tryIt('no key'))).toBe('PASSWORD_WRONG');
    expect(codeOf(await tryIt(made.recoveryKey))).toBe('TOO_MANY_TRIES');
  });

  test('are forgotten when somebody who may gives a new password', async () => {
    const made = await make('tries-forgotten');
    for (let n = 0; n < 3; n += 1) await open(made, 'admin', 'wrong');
    expect(codeOf(await open(made, 'admin', password))).toBe('TOO_MANY_TRIES');
    unwrap(await addUserSlot({ ...grown(made), user: admin, password: 'another long one' }));
    expect(unwrap(await open(made, 'admin', 'another long one'))).toEqual(made.key);
  });

  test('of one user do not keep another out', async () => {
    const made = await make('tries-of-one');
    unwrap(await addUserSlot({ ...grown(made), user: agent, password }));
    for (let n = 0; n < 4; n += 1) await open(made, 'admin', 'wrong');
    expect(codeOf(await open(made, 'admin', password))).toBe('TOO_MANY_TRIES');
    expect(codeOf(await open(made, 'thandi', password))).toBe('ok');
  });

  test('do not wait longer when the clock is set back', async () => {
    const made = await make('set-back');
    for (let n = 0; n < 4; n += 1) await open(made, 'admin', 'wrong', T0);
    const refused = await open(made, 'admin', password, T0 - 86_400 * SECOND);
    expect(refused).toMatchObject({ ok: false, code: 'TOO_MANY_TRIES', params: { waitMs: SECOND } });
  });

  test('under a name that nobody has look the same', async () => {
    const made = await make('nobody');
    expect(codeOf(await open(made, 'nobody', password))).toBe('PASSWORD_WRONG');
  });

  test('name nobody in the file that counts them', async () => {
    const made = await make('unnamed');
    await open(made, 'admin', 'wrong');
    const text = await readFile(join(made.directory, 'store.tries.json'), 'utf8');
    expect(text.toLowerCase()).not.toContain('admin');
  });
});

describe('slots', () => {
  test('change their password, and the old one opens no more', async () => {
    const made = await make('change');
    const { key: _key, ...rest } = grown(made);
    const asked = { ...rest, user: admin, oldPassword: password, newPassword: 'a quite new one' };
    expect(codeOf(await changePassword({ ...asked, oldPassword: 'not this one' }))).toBe('PASSWORD_WRONG');
    expect(codeOf(await changePassword({ ...asked, newPassword: 'short' }))).toBe('PASSWORD_TOO_SHORT');
    unwrap(await changePassword(asked));
    expect(codeOf(await open(made, 'admin', password))).toBe('PASSWORD_WRONG');
    expect(unwrap(await open(made, 'admin', 'a quite new one'))).toEqual(made.key);
  });

  test('refuse a password under ten characters and a name that another user has', async () => {
    const made = await make('refuse');
    expect(codeOf(await addUserSlot({ ...grown(made), user: agent, password: '123456789' }))).toBe(
      'PASSWORD_TOO_SHORT',
    );
    expect(codeOf(await addUserSlot({ ...grown(made), user: { id: people.agent, userName: 'ADMIN' }, password }))).toBe(
      'DUPLICATE_NAME',
    );
  });

  test('are taken away, but never the last', async () => {
    const made = await make('remove');
    unwrap(await addUserSlot({ ...grown(made), user: agent, password }));
    unwrap(await removeUserSlot({ directory: made.directory, userId: agent.id }));
    expect(codeOf(await open(made, 'thandi', password))).toBe('PASSWORD_WRONG');
    expect(codeOf(await removeUserSlot({ directory: made.directory, userId: admin.id }))).toBe('ACCESS_DENIED');
  });

  test('do not open under another name, in another store or damaged by one bit', async () => {
    const [one, other] = [await make('bound-one'), await make('bound-other')];
    unwrap(await addUserSlot({ ...grown(one), user: agent, password: 'the agent’s own' }));
    const path = join(one.directory, 'store.json');
    const text = await readFile(path, 'utf8');
    const header = unwrap(await readHeader(one.directory));
    const renamed = header.slots.map((slot) =>
      'userName' in slot && slot.userName === 'thandi' ? { ...slot, userName: 'boss' } : slot,
    );
    await writeFile(path, JSON.stringify({ ...header, slots: renamed }));
    expect(codeOf(await open(one, 'boss', 'the agent’s own'))).toBe('PASSWORD_WRONG');
    const foreign = unwrap(await readHeader(other.directory)).slots;
    await writeFile(path, JSON.stringify({ ...header, slots: foreign }));
    expect(codeOf(await open(one, 'admin', password))).toBe('PASSWORD_WRONG');
    await writeFile(
      path,
      text.replace(/"wrapped": "(.)/, (_, first: string) => `"wrapped": "${first === '0' ? '1' : '0'}`),
    );
    expect(codeOf(await open(one, 'admin', password))).toBe('PASSWORD_WRONG');
    await writeFile(path, text);
    expect(codeOf(await open(one, 'admin', password, T0 + 3600 * SECOND))).toBe('ok');
  });
});

describe('a folder', () => {
  test('without a store is a missing one', async () => {
    const directory = freshDirectory('none');
    const credential = { kind: 'password', userName: 'admin', password } as const;
    expect(codeOf(await unlock({ directory, credential, secrets: null, nowAt: T0 }))).toBe('STORE_MISSING');
  });

  for (const [what, text] of [
    ['text', 'hello'],
    ['another program’s settings', '{"version":3}'],
    ['half of a header', '{"format":1,"cipher":"aegis"'],
    ['nothing', ''],
  ] as const) {
    test(`whose header is ${what} is no store`, async () => {
      const directory = freshDirectory('foreign');
      await writeFile(join(directory, 'store.json'), text);
      expect(codeOf(await readHeader(directory))).toBe('NOT_A_STORE');
    });
  }

  test('whose header is of a later program is too new', async () => {
    const directory = freshDirectory('later');
    await writeFile(join(directory, 'store.json'), '{"format":2,"novelty":true}');
    expect(codeOf(await readHeader(directory))).toBe('STORE_TOO_NEW');
  });

  test('that holds a store, or a database whose header is lost, is not made one again', async () => {
    const made = await make('twice');
    const again = {
      directory: made.directory,
      user: admin,
      password,
      secrets: null,
      allowPasswordOnly: true,
      nowAt: T0,
      random: repeatable('again'),
    };
    expect(codeOf(await createStore(again))).toBe('STORE_EXISTS');
    const lost = freshDirectory('lost');
    await writeFile(join(lost, 'store.db'), 'somebody’s only copy');
    expect(codeOf(await createStore({ ...again, directory: lost }))).toBe('STORE_EXISTS');
  });
});
