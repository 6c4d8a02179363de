import { usePlace } from '../frame/admin-context.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { CalendarsList } from './calendars-list.tsx';

export function CalendarsPage() {
  const calendarId = usePlace((place) => place.thingId);
  return calendarId === null ? <CalendarsList /> : <CalendarEditor key={calendarId} calendarId={calendarId} />;
}
