export type Place = { x: number; y: number; width: number; height: number };

export const smallest = { width: 720, height: 480 };
const usual = { width: 1280, height: 800 };

/** How much of the title bar must be within reach for a place to be kept, in device-independent pixels. */
const REACH = { width: 120, height: 32 };

/**
 * Where the window opens: the saved place, cut to the screen that it lies on. A place on a screen that was unplugged
 * comes back to the middle of the first one, since a window that nobody can reach looks like a program that hangs.
 * @param areas  work areas of the screens, the first one's first; at least one
 */
export function placeWindow(saved: Place | null, areas: readonly Place[]): Place {
  const first = areas[0] ?? { x: 0, y: 0, ...usual };
  const area = saved === null ? undefined : areas.find((each) => isReachable(saved, each));
  if (saved === null || area === undefined) return centred(saved ?? usual, first);
  const width = clamp(saved.width, smallest.width, area.width);
  const height = clamp(saved.height, smallest.height, area.height);
  return {
    x: clamp(saved.x, area.x, area.x + area.width - width),
    y: clamp(saved.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function isReachable(place: Place, area: Place): boolean {
  const across = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  return across >= REACH.width && place.y >= area.y - REACH.height && place.y <= area.y + area.height - REACH.height;
}

function centred(size: { width: number; height: number }, area: Place): Place {
  const width = clamp(size.width, smallest.width, area.width);
  const height = clamp(size.height, smallest.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** A screen smaller than the least size wins: what lies outside it cannot be used. */
function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
