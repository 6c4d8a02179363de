import { hash } from 'node:crypto';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Message, Wanted } from '../../domain/messages/message.ts';
import { noticeId } from '../../domain/ticket/engine-ids.ts';

/** No vowels, nothing that is read as something else: people may be asked for it over the phone. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';
const REFERENCE_LENGTH = 6;

/** Of a cause, recipient, channel and step: two desks that decide the same message make the same one. */
export function messageIdOf({ causeId, recipient, kind, ways }: Wanted, step: number): string {
  const reader = recipient.kind === 'user' ? recipient.userId : 'contact';
  return noticeId(causeId, reader, `${kind} ${ways[step]?.channel ?? ''} ${step}`);
}

function referenceOf(id: string): string {
  const bytes = hash('sha256', id, 'buffer').subarray(0, REFERENCE_LENGTH);
  return [...bytes].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

/** A message that waits for its instant. */
export function newMessage(wanted: Wanted, step: number, { nowAt }: { nowAt: Instant }): Message {
  const id = messageIdOf(wanted, step);
  return {
    ...wanted,
    id,
    step,
    reference: referenceOf(id),
    state: 'queued',
    createdAt: nowAt,
    tries: 0,
    claimToken: null,
    leaseUntil: null,
    sendingAt: null,
    sentAt: null,
    finalAt: null,
    providerSid: null,
    looks: 0,
    code: null,
    nextAt: Math.max(wanted.dueAt, nowAt),
  };
}
