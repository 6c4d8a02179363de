/** @returns the name, with a number where it is taken */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.trim().toLowerCase()));
  let candidate = name;
  for (let n = 2; used.has(candidate.trim().toLowerCase()); n += 1) candidate = `${name} ${n}`;
  return candidate;
}
