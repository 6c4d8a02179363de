/** What of a ticket, or of one that is still being written, is compared. Words and digits are normalised. */
export type Matter = {
  category: string;
  subject: ReadonlySet<string>;
  address: ReadonlySet<string>;
  at: { latitude: number; longitude: number } | null;
  /** Digits of the caller's number; empty for none. */
  phone: string;
};

export type Likeness = 'place' | 'caller' | 'category' | 'words';

/** What each thing in common is worth, and from which sum on two tickets are likely one matter. */
const worth: Readonly<Record<Likeness, number>> = { place: 3, caller: 2, category: 1.5, words: 2.5 };
const LIKELY = 3.5;
/** Of the words of the shorter subject. */
const SHARED_WORDS = 0.5;
const SAME_PLACE_METRES = 150;
const OTHER_PLACE_METRES = 400;
/** Shorter numbers are extensions, which many callers share. */
const SHORTEST_PHONE = 7;
const METRES_PER_DEGREE = 111_320;

/** @returns share of the smaller set's words that the other has too, 0 when either is empty */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return few.size === 0 ? 0 : [...few].filter((word) => many.has(word)).length / few.size;
}

function metresBetween(a: NonNullable<Matter['at']>, b: NonNullable<Matter['at']>): number {
  const north = (a.latitude - b.latitude) * METRES_PER_DEGREE;
  const east = (a.longitude - b.longitude) * METRES_PER_DEGREE * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

function placeOf(a: Matter, b: Matter): 'same' | 'other' | 'unknown' {
  if (a.at !== null && b.at !== null) {
    const metres = metresBetween(a.at, b.at);
    if (metres <= SAME_PLACE_METRES) return 'same';
    if (metres > OTHER_PLACE_METRES) return 'other';
  }
  // One word names a suburb and no place.
  if (Math.min(a.address.size, b.address.size) < 2) return 'unknown';
  const share = shared(a.address, b.address);
  if (share === 1) return 'same';
  return share < 0.5 ? 'other' : 'unknown';
}

/**
 * Whether two matters are likely the same, and what they have in common.
 * @returns null for what is not likely: too little in common, or two places that are known to be different
 */
export function likeness(a: Matter, b: Matter): { score: number; because: Likeness[] } | null {
  const place = placeOf(a, b);
  if (place === 'other') return null;
  const words = shared(a.subject, b.subject);
  const common: Readonly<Record<Likeness, number>> = {
    place: place === 'same' ? 1 : 0,
    caller: a.phone.length >= SHORTEST_PHONE && a.phone === b.phone ? 1 : 0,
    category: a.category !== '' && a.category === b.category ? 1 : 0,
    words: words >= SHARED_WORDS ? words : 0,
  };
  const because = (Object.keys(worth) as Likeness[]).filter((each) => common[each] > 0);
  const score = because.reduce((sum, each) => sum + common[each] * worth[each], 0);
  return score >= LIKELY ? { score, because } : null;
}
