import { compileCalendar } from '../../../../src/main/domain/calendar/compile-calendar.ts';
import type { MakePeer } from './peer.ts';

export const watchkeeper: MakePeer = compileCalendar;
