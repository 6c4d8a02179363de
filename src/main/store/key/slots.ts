import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Argon2Cost, Slot } from './header.ts';
import { KEY_BYTES, keyOfPassword, keyOfSecrets, unwrapKey, wrapKey } from './wrap.ts';

export type SlotUser = { id: string; userName: string };

type KindOfSlot = Slot['kind'];
type UserSlot = Extract<Slot, { kind: 'password' | 'keychain' }>;

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** What a slot says of itself, bound to its key: a slot moved to another store or user does not open. */
function label(storeId: string, kind: KindOfSlot, who: string): string {
  return `watchkeeper slot 1 ${storeId} ${kind} ${who}`;
}

function whoOf(slot: Slot): string {
  if (slot.kind === 'recovery') return 'recovery';
  return slot.kind === 'service' ? slot.name : `${slot.userId} ${slot.userName.toLowerCase()}`;
}

function wrapInto(
  key: Uint8Array,
  under: Uint8Array,
  nonce: Uint8Array,
  storeId: string,
  kind: KindOfSlot,
  who: string,
): string {
  return toHex(wrapKey(key, under, nonce, label(storeId, kind, who)));
}

function unwrapSlot(slot: Slot, under: Uint8Array, storeId: string): Uint8Array | null {
  return unwrapKey(fromHex(slot.wrapped), under, fromHex(slot.nonce), label(storeId, slot.kind, whoOf(slot)));
}

/** A user's slot: by password alone, or with `secrets` by the keychain and the password together. */
export async function makeUserSlot(
  input: {
    key: Uint8Array;
    storeId: string;
    id: string;
    user: SlotUser;
    password: string;
    secrets: Secrets | null;
    argon2: Argon2Cost;
  },
  random: Random,
): Promise<Slot> {
  const { key, storeId, id, user, argon2 } = input;
  const salt = random.bytes(16);
  const nonce = random.bytes(12);
  const byPassword = await keyOfPassword(input.password, salt, argon2);
  const who = `${user.id} ${user.userName.toLowerCase()}`;
  const common = { id, userId: user.id, userName: user.userName, argon2, salt: toHex(salt), nonce: toHex(nonce) };
  if (input.secrets === null) {
    return { kind: 'password', ...common, wrapped: wrapInto(key, byPassword, nonce, storeId, 'password', who) };
  }
  const secret = random.bytes(KEY_BYTES);
  const under = keyOfSecrets([secret, byPassword], 'keychain slot');
  const sealed = toHex(await input.secrets.seal(secret));
  return { kind: 'keychain', ...common, sealed, wrapped: wrapInto(key, under, nonce, storeId, 'keychain', who) };
}

/** A slot whose secret is random already and so needs no slow hash: a service's file or the recovery key. */
export function makeSecretSlot(
  input: {
    key: Uint8Array;
    storeId: string;
    id: string;
    secret: Uint8Array;
    holder: { kind: 'service'; name: string } | { kind: 'recovery' };
  },
  random: Random,
): Slot {
  const nonce = random.bytes(12);
  const under = keyOfSecrets([input.secret], `${input.holder.kind} slot`);
  const who = input.holder.kind === 'service' ? input.holder.name : 'recovery';
  const wrapped = wrapInto(input.key, under, nonce, input.storeId, input.holder.kind, who);
  return { ...input.holder, id: input.id, nonce: toHex(nonce), wrapped };
}

/** @returns the store's key; PASSWORD_WRONG, or KEYCHAIN_UNAVAILABLE where the keychain does not open its part */
export async function openUserSlot(
  slot: UserSlot,
  password: string,
  storeId: string,
  secrets: Secrets | null,
): Promise<Result<Uint8Array>> {
  const byPassword = await keyOfPassword(password, fromHex(slot.salt), slot.argon2);
  let under = byPassword;
  if (slot.kind === 'keychain') {
    const secret = await openSealed(slot.sealed, secrets);
    if (secret === null) return failure('KEYCHAIN_UNAVAILABLE');
    under = keyOfSecrets([secret, byPassword], 'keychain slot');
  }
  const key = unwrapSlot(slot, under, storeId);
  return key === null ? failure('PASSWORD_WRONG') : success(key);
}

async function openSealed(sealed: string, secrets: Secrets | null): Promise<Uint8Array | null> {
  if (secrets === null || !(await secrets.available())) return null;
  try {
    return await secrets.open(fromHex(sealed));
  } catch {
    // Another login, a moved profile: the slot stays as it is, and the recovery key or another user's slot opens the store.
    return null;
  }
}

/** @returns the store's key by the first slot of this kind that the secret opens, or null */
export function openSecretSlot(
  slots: readonly Slot[],
  kind: 'service' | 'recovery',
  secret: Uint8Array,
  storeId: string,
): Uint8Array | null {
  const under = keyOfSecrets([secret], `${kind} slot`);
  for (const slot of slots) {
    const key = slot.kind === kind ? unwrapSlot(slot, under, storeId) : null;
    if (key !== null) return key;
  }
  return null;
}

export function slotOfUser(slots: readonly Slot[], userName: string): UserSlot | undefined {
  const wanted = userName.trim().toLowerCase();
  return slots.find((slot): slot is UserSlot => 'userName' in slot && slot.userName.toLowerCase() === wanted);
}
