/** Dice that fall the same way for the same seed, so that a sample centre can be made again exactly. */
export type Dice = {
  /** @returns 0 ≤ x < 1 */
  next(): number;
  /** @returns whole number, `from` to `to`, both included */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  /** @throws RangeError for an empty list */
  pick<T>(from: readonly T[]): T;
  /** Picks by weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** 32 bits. */
  bits(): number;
};

/** FNV-1a: spreads a short text over 32 bits. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * sfc32, small and fast, which passes the usual tests of randomness; nothing here has to be unguessable.
 * @param seed  any text
 */
export function diceFrom(seed: string): Dice {
  let a = hash(seed, 1);
  let b = hash(seed, 2);
  let c = hash(seed, 3);
  let counter = 1;
  const bits = (): number => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  // The first numbers still show how alike the three starting values are.
  for (let round = 0; round < 12; round += 1) bits();

  const next = (): number => bits() / 0x1_0000_0000;
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(next() * from.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  return {
    bits,
    next,
    pick,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    between: (from, to) => from + next() * (to - from),
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
  };
}

const PER_MS = 4096;

/**
 * Ids in the form of uuid v7: they rise, so that the store appends instead of scattering a million rows over its index.
 * @param nowAt  epoch ms
 */
export function idsFromDice(dice: Dice, nowAt: number): () => string {
  let made = 0;
  return () => {
    const time = (nowAt + Math.floor(made / PER_MS)).toString(16).padStart(12, '0');
    const sequence = (made % PER_MS).toString(16).padStart(3, '0');
    made += 1;
    const high = (0x8000 | (dice.bits() & 0x3fff)).toString(16);
    const low = dice.bits().toString(16).padStart(8, '0') + (dice.bits() & 0xffff).toString(16).padStart(4, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${high}-${low}`;
  };
}
