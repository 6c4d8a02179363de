import type { Host } from '../command-host.ts';
import { addTicketCreate } from './ticket-create.ts';
import { addTicketList } from './ticket-list.ts';
import { addTicketShow } from './ticket-show.ts';

/** `wk ticket …`: one ticket at a time, as an agent would. */
export function addTicket(host: Host): void {
  const ticket = host.program.command('ticket').description('create, show and list tickets');
  for (const add of [addTicketCreate, addTicketShow, addTicketList]) add(host, ticket);
}
