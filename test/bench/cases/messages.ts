import { languages, type Channel } from '../../../src/preload/contract/values.ts';
import type { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import type { Happened } from '../../../src/main/domain/messages/contact-news.ts';
import { wantedOf } from '../../../src/main/domain/messages/outward.ts';
import { renderMessage } from '../../../src/main/domain/messages/render.ts';
import { engineEventId } from '../../../src/main/domain/ticket/engine-ids.ts';
import type { EngineEvent, HumanEvent } from '../../../src/main/domain/ticket/events.ts';
import { TicketRun } from '../../../src/main/domain/ticket/ticket-run.ts';
import { centre, city, creation, people, stampAt, T0, uid } from '../../support/centre.ts';
import { noMarks, reads } from '../../support/messages.ts';
import { percentile, type Figure } from '../lib/figures.ts';

const TICKETS = 4000;
const PASSES = 7;

/** What is dearest to each contact: a third each begins with WhatsApp, SMS and mail. */
const orders: readonly (readonly Channel[])[] = [['whatsapp', 'sms', 'email'], ['sms'], ['email', 'sms']];

/** The centre whose readers have addresses; two in five of its texts are its own. */
function configured(): ConfigSnapshot {
  const config = [people.manager, people.otherAgent, people.supervisor].reduce(
    (made, id, n) => reads(made, id, { email: `reader.${n}@example.org`, phone: `082 555 010${n}` }),
    centre({ rules: [] }),
  );
  const own = languages.flatMap((language, l) =>
    (['status_update.open', 'status_update.resolved'] as const).map((key, k) => ({
      id: uid(8000 + l * 2 + k),
      templateId: uid(8100 + l * 2 + k),
      organizationId: city,
      key,
      language,
      channel: 'sms' as const,
      active: true,
      subject: null,
      body: 'Own words for {{tracking_number}}.',
      publishedAt: T0,
    })),
  );
  return config.with(own.map((value) => ({ kind: 'template_published', value })));
}

function escalation(cycleId: string): EngineEvent {
  const told = { reason: 'x', noticedAt: T0, formerAssigneeId: people.otherAgent, targetUserId: people.manager };
  return {
    kind: 'escalated',
    body: { ...told, clockId: cycleId, level: 1, ruleVersionId: null, trigger: 'by_hand' },
  };
}

/** The deeds of a ticket's life that somebody hears of. */
function deeds(cycleId: string): readonly (HumanEvent | EngineEvent)[] {
  const status = (to: 'in_progress' | 'resolved' | 'closed'): HumanEvent => ({
    kind: 'status_changed',
    body: { status: to, reason: '', disposition: null, ...(to === 'closed' ? { thank: true } : {}) },
  });
  return [
    { kind: 'assigned', body: { assigneeId: people.otherAgent, teamId: null } },
    status('in_progress'),
    { kind: 'replied', body: { text: 'A team is on its way.\nPlease keep <the gate> open & clear.' } },
    escalation(cycleId),
    status('resolved'),
    status('closed'),
  ];
}

/** All that happens, a transaction each, life after life side by side: no two messages of a ticket stand together. */
function happenings(config: ConfigSnapshot): Happened[][] {
  const stamp = stampAt(() => T0);
  const lives = Array.from({ length: TICKETS }, (_, n) => {
    const run = new TicketRun([], { config, stamp, engineId: engineEventId });
    const id = uid(100_000 + n);
    const place = { ticketId: id, occurredAt: T0, actorId: people.agent };
    const contact = {
      name: `Contact ${n}`,
      phone: `08${2 + (n % 3)} ${200 + Math.floor(n / 1000)} ${1000 + (n % 9000)}`,
      email: `contact.${n}@example.org`,
      language: languages[n % languages.length] ?? 'en',
      channels: orders[n % orders.length],
    };
    const number = `WK-A-${String(n).padStart(6, '0')}`;
    run.add({ id, ...place, ...creation({ contact, number, assigneeId: people.supervisor }) });
    deeds(id).forEach((deed, d) => run.add({ id: uid(1_000_000 + n * 10 + d), ...place, ...deed }));
    // Matches of policies tell nobody.
    return run.happened.filter(({ event }) => event.kind !== 'policy_matched').map((happened) => [happened]);
  });
  const longest = Math.max(...lives.map((life) => life.length));
  return Array.from({ length: longest }, (_, n) =>
    lives.flatMap((life) => (life[n] === undefined ? [] : [life[n]])),
  ).flat();
}

/** @returns messages, and CPU seconds that deciding on and rendering all of them took */
function pass(all: readonly Happened[][], config: ConfigSnapshot): { messages: number; seconds: number } {
  const before = process.cpuUsage();
  let count = 0;
  let length = 0;
  for (const happened of all) {
    for (const wanted of wantedOf(happened, config, noMarks, T0)) {
      const rendered = renderMessage({ ...wanted, reference: 'K7Q2P4' }, wanted.ways[0].channel, config);
      length += rendered.text.length;
      count += 1;
    }
  }
  const { user, system } = process.cpuUsage(before);
  if (length < count * 20) throw new Error('messages are empty');
  return { messages: count, seconds: (user + system) / 1e6 };
}

/** Who hears what, and in which words: of a mixed day, each contact with a number and an address of their own. */
export function messages(): Promise<Figure[]> {
  const config = configured();
  const all = happenings(config);
  const first = pass(all, config);
  const rates = Array.from({ length: PASSES }, () => pass(all, config)).map((one) => one.messages / one.seconds);
  return Promise.resolve([
    {
      name: 'messages decided and rendered a CPU-second, median',
      value: percentile(rates, 0.5),
      unit: '/s',
      limit: 20_000,
      atLeast: true,
      note: `best ${Math.round(Math.max(...rates)).toLocaleString('en')} /s`,
    },
    { name: 'the same, the first time that each contact is met', value: first.messages / first.seconds, unit: '/s' },
  ]);
}
