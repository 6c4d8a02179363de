/** Things that one user at a time may have. */
export type LentOut<T> = {
  /** Runs `use` with one that nobody else has meanwhile; waits for its turn while all are taken. */
  with<R>(use: (one: T) => Promise<R>): Promise<R>;
};

/**
 * @param make  makes the n-th, when it is first needed
 * @param most  how many there are at most
 */
export function lendOut<T>(make: (n: number) => T, most: number): LentOut<T> {
  const free: T[] = [];
  const waiting: ((one: T) => void)[] = [];
  let made = 0;

  function take(): Promise<T> {
    const one = free.pop();
    if (one !== undefined) return Promise.resolve(one);
    if (made === most) return new Promise((resolve) => waiting.push(resolve));
    made += 1;
    return Promise.resolve(make(made));
  }

  return {
    async with(use) {
      const one = await take();
      try {
        return await use(one);
      } finally {
        const next = waiting.shift();
        if (next) next(one);
        else free.push(one);
      }
    },
  };
}
