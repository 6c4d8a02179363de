import type { Asked, OpenChannel, ProviderMessage, Sender } from '../ports/sender.ts';
import type { CommandInput, CommandOutput } from '../store/store.ts';
import type { Run } from './outbox.ts';

type Tended = CommandOutput<'tend-outbox'>;
type Poll = Tended['polls'][number];
type Polled = CommandInput<'message-polled'>['polled'][number];

/** Above this many one paged list is asked for instead. Rule: notifications.md, Outbox. */
const MOST_SINGLE_POLLS = 20;
const MOST_LISTED = 1000;
const MOST_LOOKED_AT = 50;
/**
 * The list comes newest first and the next is asked for from the newest that was read: one that is cut loses what is older,
 * an opt-out among it. No more than this is written to one sender in a week of outage.
 */
const MOST_INBOUND = 50_000;
/** So many at a time, so that nobody at the desk waits for a backlog. */
const INBOUND_STEP = 200;
/** The provider dates by its own clock. */
const MARGIN_MS = 10 * 60_000;

export type Asking = { sender: Sender; run: Run; through: OpenChannel };

/** Looks for a message that may have left: the exact address, its reference in the text, not before it was sent. */
export async function lookFor(look: Tended['looks'][number], { sender, run, through }: Asking): Promise<void> {
  const { id, token, address, reference, sinceAt } = look;
  const listed = await sender.list({ direction: 'out', to: address, sinceAt, limit: MOST_LOOKED_AT }, through);
  if (!listed.ok) {
    await run('message-looked', { id, token, looked: { kind: 'failed', retryAfterMs: listed.retryAfterMs } });
    return;
  }
  // As a word of its own: a Content template need not put it into brackets.
  const named = new RegExp(`(?<![A-Z0-9])${reference}(?![A-Z0-9])`, 'u');
  const isIt = ({ text, to, at }: ProviderMessage): boolean => to === address && at >= sinceAt && named.test(text);
  const providerSids = listed.value.filter(isIt).map(({ providerSid }) => providerSid);
  await run('message-looked', { id, token, looked: { kind: 'seen', providerSids } });
}

function answerOf(asked: Asked<ProviderMessage>): Polled['answer'] {
  if (!asked.ok) return { kind: 'failed', retryAfterMs: asked.retryAfterMs };
  return { kind: 'status', status: asked.value.status, code: asked.value.code };
}

/** Told of how messages stand, as it is recorded. */
export type OnPolled = (stepped: CommandOutput<'message-polled'>['stepped']) => void;

async function record(polled: readonly Polled[], { run }: Asking, onPolled: OnPolled): Promise<void> {
  const recorded = polled.length === 0 ? null : await run('message-polled', { polled });
  onPolled(recorded?.stepped ?? []);
}

const polledAs = ({ id, token, providerSid }: Poll, asked: Asked<ProviderMessage>): Polled => ({
  id,
  token,
  providerSid,
  answer: answerOf(asked),
});

/** The provider's own numbers and HTTP's: somebody was there to say no. */
const isAnswered = /^(?:\d+|HTTP_\d+)$/u;

/** Each is recorded as it comes: a crash loses none of those before. Where nobody answers the others are not asked about. */
async function fetchEach(polls: readonly Poll[], asking: Asking, onPolled: OnPolled): Promise<void> {
  for (const [n, poll] of polls.entries()) {
    const asked = await asking.sender.fetch(poll.providerSid, asking.through);
    const isDown = !asked.ok && !isAnswered.test(asked.code);
    const about = isDown ? polls.slice(n) : [poll];
    await record(
      about.map((each) => polledAs(each, asked)),
      asking,
      onPolled,
    );
    if (isDown) return;
  }
}

/** @returns those that stood in no list: too old for it, or with another sender by now */
async function listAll(polls: readonly Poll[], asking: Asking, onPolled: OnPolled): Promise<Poll[]> {
  const { sender, through } = asking;
  const sinceAt = Math.min(...polls.map(({ sentAt }) => sentAt)) - MARGIN_MS;
  const listed = await sender.list({ direction: 'out', sinceAt, limit: MOST_LISTED }, through);
  // One by one they would not be answered either.
  if (!listed.ok) {
    const failed = polls.map((poll) => polledAs(poll, listed));
    await record(failed, asking, onPolled);
    return [];
  }
  const bySid = new Map(listed.value.map((message) => [message.providerSid, message]));
  const found = polls.flatMap((poll) => {
    const value = bySid.get(poll.providerSid);
    return value === undefined ? [] : polledAs(poll, { ok: true, value });
  });
  await record(found, asking, onPolled);
  return polls.filter(({ providerSid }) => !bySid.has(providerSid));
}

/** What became of messages that were sent through one channel. */
export async function pollAll(polls: readonly Poll[], asking: Asking, onPolled: OnPolled): Promise<void> {
  const left = polls.length > MOST_SINGLE_POLLS ? await listAll(polls, asking, onPolled) : polls;
  await fetchEach(left, asking, onPolled);
}

/** What contacts wrote since; what cannot be asked now is asked again in a minute, from further back. */
export async function readInbound(
  { organizationId, channel, sinceAt }: Tended['inbound'][number],
  { sender, run, through }: Asking,
): Promise<void> {
  const listed = await sender.list({ direction: 'in', sinceAt, limit: MOST_INBOUND }, through);
  if (!listed.ok) return;
  const inbound = listed.value.filter((message) => message.channel === channel).toSorted((a, b) => a.at - b.at);
  for (let from = 0; from < inbound.length; from += INBOUND_STEP) {
    const messages = inbound.slice(from, from + INBOUND_STEP);
    // Oldest first: where one step fails, the next list begins there.
    if ((await run('receive-inbound', { organizationId, channel, messages })) === null) return;
  }
}

/** How WhatsApp's owner stands to a channel's Content templates today. */
export async function readApprovals(
  { organizationId }: Tended['approvals'][number],
  { sender, run, through }: Asking,
): Promise<void> {
  const asked = await sender.approvals(through);
  if (asked.ok) await run('content-approved', { organizationId, approvals: asked.value });
}

/** Whether a channel works; of one that does, also what was approved. */
export async function probe(place: Tended['probes'][number], asking: Asking): Promise<void> {
  const { sender, run, through } = asking;
  const probed = await sender.probe(through);
  await run('channel-probed', { ...place, code: probed.ok ? null : probed.code });
  const { settings } = through;
  const hasTemplates = settings.channel === 'whatsapp' && settings.contentTemplates.length > 0;
  if (probed.ok && hasTemplates) await readApprovals(place, asking);
}
