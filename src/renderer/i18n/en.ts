import { commonEn } from './en/common.ts';
import { entryEn } from './en/entry.ts';
import { errorsEn } from './en/errors.ts';
import { explanationEn } from './en/explanation.ts';
import { queueEn } from './en/queue.ts';
import { ticketEn } from './en/ticket.ts';

export const en = { ...commonEn, ...errorsEn, ...entryEn, ...queueEn, ...ticketEn, ...explanationEn };
