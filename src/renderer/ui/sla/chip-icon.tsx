import type { Tone } from './chip-state.ts';

const ring = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13m0 1.2a5.3 5.3 0 1 0 0 10.6a5.3 5.3 0 0 0 0-10.6';

/** A different shape for each tone, in a box of 16. One path each, so that a recycled row changes a value and no element. */
const shapes: Record<Tone, string> = {
  none: 'M3 7.4h10v1.2H3z',
  calm: `${ring}M7.4 4.4h1.2v3.4h2.6V9H7.4z`,
  soon: `${ring}M7.4 4.4h1.2v4.4H7.4zM7.4 10.2h1.2v1.4H7.4z`,
  late: 'M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14M7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z',
  paused: 'M4.4 3h2.2v10H4.4zM9.4 3h2.2v10H9.4z',
  met: `${ring}M5.4 7.6l-.9.9l2.5 2.5l4.6-4.6l-.9-.9l-3.7 3.7z`,
  missed: `${ring}M5.9 5l-.9.9L7.1 8L5 10.1l.9.9L8 8.9l2.1 2.1l.9-.9L8.9 8L11 5.9L10.1 5L8 7.1z`,
};

export function ChipIcon({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden>
      <path d={shapes[tone]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
