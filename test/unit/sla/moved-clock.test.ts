import { expect, test } from 'vitest';
import { transact } from '../../../src/main/domain/ticket/transact.ts';
import { centre, deskWithTicket, HOUR, people, stampAt, T0, uid } from '../../support/centre.ts';

test('by a clock that is not trusted what people do is recorded, nothing breaches, and what is due stays due', () => {
  const config = centre();
  const { log, last } = deskWithTicket(config);
  const nowAt = T0 + 30 * HOUR;
  const note = {
    id: uid(700),
    ticketId: log[0]?.ticketId ?? '',
    occurredAt: nowAt,
    actorId: people.agent,
    kind: 'noted',
    body: { text: 'called' },
  } as const;
  const stamp = stampAt(() => nowAt);
  const held = transact(log, [note], { nowAt, config, stamp, isHeld: true });
  expect(held.added.map(({ kind }) => kind)).toEqual(['noted']);
  expect(held.nextAt).toBe(last?.nextAt);

  const trusted = transact([...log, ...held.added], [], { nowAt, config, stamp });
  expect(trusted.added.map(({ kind }) => kind)).toContain('breached');
});
