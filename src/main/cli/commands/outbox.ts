import type { Host } from '../command-host.ts';
import { addOutboxAct } from './outbox-act.ts';
import { addOutboxList } from './outbox-list.ts';

/** `wk outbox …`: messages to people outside the desk, and what became of them. */
export function addOutbox(host: Host): void {
  const outbox = host.program.command('outbox').description('messages: what waits, what left, what went wrong');
  addOutboxList(host, outbox);
  for (const act of ['resend', 'cancel'] as const) addOutboxAct(host, outbox, act);
}
