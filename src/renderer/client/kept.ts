/** Names one thing that is kept; the type says what. Made once, beside what makes the thing. */
export type KeptKey<T extends object> = { readonly kept?: T };

export type Kept = {
  /** @returns what was made under this name for the person who is here; made now where there is none */
  of<T extends object>(key: KeptKey<T>, make: () => T): T;
  /** Somebody has entered: what another person left is forgotten. */
  enter(userId: string): void;
};

/** What a screen keeps while the desk is locked: in memory alone, never on disk, and for the same person alone. */
export function createKept(): Kept {
  let owner: string | null = null;
  const things = new Map<KeptKey<object>, object>();
  return {
    of<T extends object>(key: KeptKey<T>, make: () => T): T {
      // Under this key nothing is ever put but what this line made for it.
      const thing = (things.get(key) as T | undefined) ?? make();
      things.set(key, thing);
      return thing;
    },
    enter(userId) {
      if (owner !== userId) things.clear();
      owner = userId;
    },
  };
}
