import { courseAr } from './message/course.ts';
import { reasonsAr } from './message/reasons.ts';
import { screensAr } from './message/screens.ts';

/** What people outside the window hear: on the ticket, in the outbox, and how oneself is told. */
export const messageAr = { message: { ...courseAr, ...reasonsAr, ...screensAr } };
