import { placed } from '../frame/placed.ts';
import { dayMinutes, spanOf, type Interval } from './wall-time.ts';

type Piece = { from: number; until: number; isTail: boolean };

/** What of a day is open: what starts on it up to midnight, and what the evening before runs into it. */
function piecesOf(intervals: readonly Interval[], before: readonly Interval[]): Piece[] {
  const spans = (list: readonly Interval[]) => list.map(spanOf).filter((span) => span !== null);
  return [
    ...spans(before)
      .filter(({ until }) => until > dayMinutes)
      .map(({ until }) => ({ from: 0, until: until - dayMinutes, isTail: true })),
    ...spans(intervals).map(({ from, until }) => ({ from, until: Math.min(until, dayMinutes), isTail: false })),
  ];
}

const percent = (minutes: number) => `${(minutes / dayMinutes) * 100}%`;

/** A day of 24 hours as a strip: for the eye alone, since the fields beside it say the same. */
export function DayBar({ intervals, before }: { intervals: readonly Interval[]; before: readonly Interval[] }) {
  return (
    <span className="wk-day-bar" aria-hidden>
      {placed(piecesOf(intervals, before)).map(({ part: { from, until, isTail }, key }) => (
        <span
          key={key}
          className={isTail ? 'wk-day-piece wk-day-tail' : 'wk-day-piece'}
          style={{ insetInlineStart: percent(from), inlineSize: percent(until - from) }}
        />
      ))}
    </span>
  );
}
