// Gathered for drizzle-kit alone; the program imports each table from its own file.
export { auditEntry } from './audit-entry.ts';
export { addressMark, channelSecret, channelStatus, inboundMessage } from './channel.ts';
export { configEntity } from './config-entity.ts';
export { desk } from './desk.ts';
export { event } from './event.ts';
export { importBatch } from './import-batch.ts';
export { message, messageCall, messageCause, messageTry } from './message.ts';
export { notification } from './notification.ts';
export { draft, preference } from './personal.ts';
export { queueCounter } from './queue-counter.ts';
export { reapply } from './reapply.ts';
export { replan } from './replan.ts';
export { ticket } from './ticket.ts';
