import { commonAr } from './ar/common.ts';
import { entryAr } from './ar/entry.ts';
import { errorsAr } from './ar/errors.ts';
import { explanationAr } from './ar/explanation.ts';
import { queueAr } from './ar/queue.ts';
import { ticketAr } from './ar/ticket.ts';

export const ar = { ...commonAr, ...errorsAr, ...entryAr, ...queueAr, ...ticketAr, ...explanationAr };
