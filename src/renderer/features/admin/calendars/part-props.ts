import type { ValueOf } from '../frame/things.ts';

type Calendar = ValueOf<'calendar'>;

/** What each part of the editor takes. */
export type CalendarPartProps = {
  calendar: Calendar;
  thing: { kind: 'calendar'; id: string };
  onChange: (part: Partial<Calendar>) => void;
  onHours: (part: Partial<Calendar['hours']>) => void;
};
