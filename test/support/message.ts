import type { CourseContext, CourseStep, Happening } from '../../src/main/domain/messages/happening.ts';
import { courseOf } from '../../src/main/domain/messages/course.ts';
import type { Message, Wanted } from '../../src/main/domain/messages/message.ts';
import { newMessage } from '../../src/main/store/messages/new-message.ts';
import type { Channel } from '../../src/preload/contract/values.ts';
import { city, HOUR, T0, uid } from './centre.ts';

const addresses: Readonly<Record<Channel, string>> = {
  whatsapp: '+27821234567',
  sms: '+27821234567',
  email: 'sipho@example.org',
};

/** A message that was decided just now. @param channels  its ways, in order */
export function message(channels: readonly [Channel, ...Channel[]], parts: Partial<Message> = {}): Message {
  const [first, ...rest] = channels.map((channel) => ({ channel, address: addresses[channel] }));
  if (first === undefined) throw new Error('a message has a way');
  const wanted: Wanted = {
    causeId: uid(901),
    organizationId: city,
    ticketId: uid(902),
    number: 'WK-TEST-000001',
    kind: 'status_update',
    recipient: { kind: 'contact', name: 'Sipho', language: 'zu', timezone: 'Africa/Johannesburg' },
    ways: [first, ...rest],
    critical: false,
    facts: { status: 'resolved' },
    dueAt: T0,
    expiresAt: T0 + 24 * HOUR,
    replaces: true,
  };
  return { ...newMessage(wanted, 0, { nowAt: T0 }), ...parts };
}

export const courseContext: CourseContext = { nowAt: T0, random: 0.5, retrySeconds: [60, 120, 240] };

/** What becomes of a message. @throws where a happening means nothing to it as it stands */
export function after(
  first: Message,
  happenings: readonly (Happening | { waitMs: number })[],
  context: CourseContext = courseContext,
): CourseStep {
  let last: CourseStep = { message: first, told: null, consequences: [] };
  let { nowAt } = context;
  for (const happening of happenings) {
    if ('waitMs' in happening) {
      nowAt += happening.waitMs;
      continue;
    }
    const step = courseOf(last.message, happening, { ...context, nowAt });
    if (step === null) throw new Error(`${happening.kind} means nothing to a message that is ${last.message.state}`);
    last = step;
  }
  return last;
}

export const claimed: Happening = { kind: 'claimed', token: uid(950) };
export const leaving: readonly Happening[] = [claimed, { kind: 'sending' }];
