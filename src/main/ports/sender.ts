import type { ChannelSettings, SecretName } from '../../preload/contract/messages.ts';
import type { Channel, Instant, Language } from '../../preload/contract/values.ts';

/** A channel with all that it needs to speak; lives as long as a call, is never logged. */
export type OpenChannel = { settings: ChannelSettings; secrets: Readonly<Partial<Record<SecretName, string>>> };

/** A message as it leaves. */
export type Outgoing = {
  messageId: string;
  channel: Channel;
  address: string;
  recipientName: string;
  language: Language;
  /** Mail only. */
  subject: string | null;
  text: string;
  /** Mail only. */
  html: string | null;
  /** WhatsApp outside the 24 h window, or where one is set. */
  content: { contentSid: string; variables: Readonly<Record<string, string>> } | null;
  /** In the text already; what reconciliation finds it by. */
  reference: string;
  /** Mail: the same on every try. Without angle brackets. */
  headerMessageId: string;
};

/** Codes are the provider's own, or `SMTP_451`, `RCPT_451`, `CONN_554`, `EAUTH`, `ETLS`, `TIMEOUT` …; the domain's error table knows what to do. */
export type SendOutcome =
  | { kind: 'accepted'; providerSid: string | null; providerStatus: string | null }
  /** Refused for sure: nothing goes out. `retryAfterMs`: what the other side asked for. */
  | { kind: 'refused'; code: string; retryAfterMs: number | null }
  /** It may have gone out: to be reconciled before it is tried again. */
  | { kind: 'unsure'; code: string }
  /** Nothing left this machine: the line is down, no try is spent. */
  | { kind: 'unreachable'; code: string };

/** A message as the provider has it, ours or a contact's. `at`: when it was sent or came in. */
export type ProviderMessage = {
  providerSid: string;
  direction: 'out' | 'in';
  channel: Channel;
  from: string;
  to: string;
  text: string;
  status: string;
  code: string | null;
  at: Instant;
};

export type Asked<T> = { ok: true; value: T } | { ok: false; code: string; retryAfterMs: number | null };

/** How WhatsApp's owner stands to a Content template. */
export type Approval = { contentSid: string; approval: string };

/** Speaks to mail servers and providers; nothing of it is loaded before the first call. */
export type Sender = {
  send(message: Outgoing, through: OpenChannel): Promise<SendOutcome>;
  /** What became of one sent message. */
  fetch(providerSid: string, through: OpenChannel): Promise<Asked<ProviderMessage>>;
  /**
   * Messages with the provider, newest first, all pages up to `limit`.
   * @param filter.to  exact address without the channel's prefix
   */
  list(
    filter: { direction: 'out' | 'in'; to?: string; sinceAt: Instant; limit: number },
    through: OpenChannel,
  ): Promise<Asked<readonly ProviderMessage[]>>;
  /** Whether the credentials and the line hold, sending nothing. */
  probe(through: OpenChannel): Promise<Asked<null>>;
  approvals(through: OpenChannel): Promise<Asked<readonly Approval[]>>;
  close(): Promise<void>;
};
