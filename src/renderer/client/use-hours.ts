import { useEffect } from 'react';
import type { OpenHours } from './closings-store.ts';
import { useServices } from './services.tsx';

/** @returns what gives the calendar's hours at the time of asking; null for clocks that run round the clock */
export function useHours(calendarVersionId: string | null): (() => OpenHours) | null {
  const { closings } = useServices();
  useEffect(() => {
    if (calendarVersionId !== null) closings.want(calendarVersionId);
  }, [closings, calendarVersionId]);
  return calendarVersionId === null ? null : () => closings.hoursOf(calendarVersionId);
}
