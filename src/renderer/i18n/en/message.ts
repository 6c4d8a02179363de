import { courseEn } from './message/course.ts';
import { reasonsEn } from './message/reasons.ts';
import { screensEn } from './message/screens.ts';

/** What people outside the window hear: on the ticket, in the outbox, and how oneself is told. */
export const messageEn = { message: { ...courseEn, ...reasonsEn, ...screensEn } };
