import { z } from 'zod';
import { id, instant } from './values.ts';

/** Versions of calendars, as rows of the queue name them; what the viewer may not know of is left out of the answer. */
export const closingsInput = z.strictObject({ calendarVersionIds: z.array(id).max(50) });

/** When clocks that count in a calendar stand still, from now on. */
export const closings = z.strictObject({
  calendarVersionId: id,
  /** As far as it is told. */
  untilAt: instant,
  /** In order, without touching each other. `untilAt` null: it never opens again. */
  closed: z.array(z.strictObject({ fromAt: instant, untilAt: instant.nullable() })),
});
export type Closings = z.output<typeof closings>;
