import type { TellingStanding } from '../../../preload/contract/explain-tellings.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Told } from '../ticket/events.ts';
import type { Seat } from './seats.ts';

type Recorded = { id: string; occurredAt: Instant; body: Pick<Told, 'noticedAt' | 'outcome' | 'to'> };
type Behind = Extract<TellingStanding, { kind: 'missed' }>['behind'];

/** How a telling that the log holds came out. @param seats  asked for only where there was nobody to tell */
export function recordedStanding(
  { id: eventId, body: { noticedAt, outcome, to } }: Recorded,
  behind: () => Behind,
  seats: () => Seat[],
): TellingStanding {
  switch (outcome) {
    case 'sent':
      return { kind: 'sent', noticedAt, eventId, to: [...to] };
    case 'missed':
      return { kind: 'missed', noticedAt, eventId, behind: behind() };
    case 'nobody':
      return { kind: 'nobody', noticedAt, eventId, seats: seats() };
  }
}

/** How a telling that is foretold will come out if nothing changes. */
export function foretoldStanding({ occurredAt, body }: Recorded, nowAt: Instant, seats: () => Seat[]): TellingStanding {
  const { outcome, to } = body;
  return {
    kind: 'will_come',
    outcome,
    to: [...to],
    seats: outcome === 'nobody' ? seats() : [],
    isDue: occurredAt <= nowAt,
  };
}
