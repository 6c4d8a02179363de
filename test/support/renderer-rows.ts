import type { Clocks, QueueRow } from '../../src/preload/contract/tickets.ts';

const noClocks: Clocks = { response: { kind: 'none' }, next_response: { kind: 'none' }, resolution: { kind: 'none' } };

/** A row of the queue in which only what the test names matters. */
export function queueRow(id: string, part: Partial<QueueRow> = {}): QueueRow {
  return {
    id,
    number: `WK-T-${id}`,
    organizationId: 'o1',
    subject: `Subject ${id}`,
    kind: 'complaint',
    category: '',
    severity: 'medium',
    priority: 'medium',
    status: 'open',
    sensitive: false,
    teamId: null,
    assigneeId: null,
    contactName: '',
    level: 0,
    createdAt: 0,
    clocks: noClocks,
    calendarVersionId: null,
    dueAt: null,
    version: 1,
    ...part,
  };
}
