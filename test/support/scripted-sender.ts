import type { Approval, Asked, Outgoing, ProviderMessage, Sender, SendOutcome } from '../../src/main/ports/sender.ts';

export type ScriptedSender = Sender & {
  /** What was handed to the network, in order. */
  sent: Outgoing[];
  /** Messages with the provider, ours and contacts'. */
  provider: ProviderMessage[];
  /** Names of the calls but `send`, in order. */
  asked: string[];
  /** What the world answers from now on; kept open where it gives a promise. */
  answer: (message: Outgoing, nth: number) => SendOutcome | Promise<SendOutcome>;
  /** What a probe answers from now on. */
  probes: Asked<null>;
  /** How WhatsApp's owner stands to Content templates. */
  approved: Approval[];
  /** Calls that have not been answered yet. */
  open(): number;
};

/** A provider and a mail server that do as they are told. Every message that is accepted is with the provider. */
export function scriptedSender(now: () => number): ScriptedSender {
  let calls = 0;
  const counted = async <T>(run: () => T | Promise<T>): Promise<T> => {
    calls += 1;
    try {
      return await run();
    } finally {
      calls -= 1;
    }
  };
  const told = <T>(name: string, run: () => T): Promise<T> => {
    sender.asked.push(name);
    return counted(run);
  };
  const sender: ScriptedSender = {
    sent: [],
    provider: [],
    asked: [],
    answer: (_message, nth) => ({ kind: 'accepted', providerSid: `SM${nth}`, providerStatus: 'queued' }),
    probes: { ok: true, value: null },
    approved: [],
    open: () => calls,
    send: (message) =>
      counted(async () => {
        sender.sent.push(message);
        const outcome = await sender.answer(message, sender.sent.length);
        if (outcome.kind === 'accepted' && outcome.providerSid !== null)
          sender.provider.unshift(asProviders(message, outcome.providerSid, now()));
        return outcome;
      }),
    fetch: (providerSid) =>
      told('fetch', (): Asked<ProviderMessage> => {
        const value = sender.provider.find((each) => each.providerSid === providerSid);
        return value === undefined ? { ok: false, code: '20404', retryAfterMs: null } : { ok: true, value };
      }),
    list: ({ direction, to, sinceAt, limit }) =>
      told(`list ${direction}`, () => {
        const isAsked = (each: ProviderMessage): boolean =>
          each.direction === direction && (to === undefined || each.to === to) && each.at >= sinceAt;
        return { ok: true, value: sender.provider.filter(isAsked).slice(0, limit) };
      }),
    probe: () => told('probe', () => sender.probes),
    approvals: () => told('approvals', () => ({ ok: true, value: sender.approved })),
    close: () => Promise.resolve(),
  };
  return sender;
}

/** A message as the provider keeps it. */
export function asProviders({ channel, address, text }: Outgoing, providerSid: string, at: number): ProviderMessage {
  const place = { direction: 'out', channel, from: '+27110000000', to: address } as const;
  return { ...place, providerSid, text, status: 'queued', code: null, at };
}
