/** Parts of a list that have no identity but their place in it, such as the hours of a day. */
export function placed<T>(list: readonly T[]): { part: T; place: number; key: string }[] {
  return list.map((part, place) => ({ part, place, key: `place ${place}` }));
}
