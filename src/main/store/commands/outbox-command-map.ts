import type {
  ChannelSettings,
  MessageState,
  ReaderSettingsValue,
  SecretName,
} from '../../../preload/contract/messages.ts';
import type { Channel, Instant } from '../../../preload/contract/values.ts';
import type { Approval, ProviderMessage, SendOutcome } from '../../ports/sender.ts';
import type { ChannelAccess, Claimed, Tending } from '../messages/handed-out.ts';

/** `keychain`: whether this desk reaches the keychain that some channels' secrets lie in. */
type Desk = { keychain: boolean };
/** How a message stands after the step, and a code that somebody has to look into. A stale token changes nothing. */
type Stepped = { state: MessageState; alarm: string | null };

/** What a look at the provider gave: what may be the message, newest first. */
export type Looked =
  { kind: 'seen'; providerSids: readonly string[] } | { kind: 'failed'; retryAfterMs: number | null };
export type PolledAnswer =
  { kind: 'status'; status: string; code: string | null } | { kind: 'failed'; retryAfterMs: number | null };

/** A secret as it is to be kept; null: forgotten. */
export type SecretToKeep = { name: SecretName; keptBy: 'keychain' | 'store'; sealed: Uint8Array | null };

/** Every write about messages. What the dispatcher asks carries nobody's name: `actorId` null. */
export type OutboxCommandMap = {
  /**
   * Claims what may leave now, at most `room` through each channel, for two minutes. Everything that a message rests on is
   * read once more, and what it says is rendered and kept. `only`: no other message than this.
   */
  'claim-messages': {
    input: Desk & { room: Partial<Record<Channel, number>>; only?: string };
    output: { claimed: Claimed[]; token: string; channels: ChannelAccess[] };
  };
  /** Asked right before the network is. @returns those that may leave; others were taken back meanwhile */
  'message-sending': { input: { ids: readonly string[]; token: string }; output: { ids: string[] } };
  /** One that comes too late is kept all the same, and a message that was taken is not sent again. */
  'message-outcome': { input: { id: string; token: string; outcome: SendOutcome }; output: Stepped };
  'message-looked': { input: { id: string; token: string; looked: Looked }; output: Stepped };
  'message-polled': {
    input: { polled: readonly { id: string; token: string; providerSid: string; answer: PolledAnswer }[] };
    output: { stepped: (Stepped & { id: string })[] };
  };
  /** Leases, expiry, what is held; and what the world is to be asked about now. Each is given once. */
  'tend-outbox': { input: Desk; output: Tending & { channels: ChannelAccess[] } };
  /** `code` null: the channel works. */
  'channel-probed': {
    input: { organizationId: string; channel: Channel; code: string | null };
    output: Record<string, never>;
  };
  /** How WhatsApp's owner stands to Content templates; what is news becomes part of the channel's settings. */
  'content-approved': {
    input: { organizationId: string; approvals: readonly Approval[] };
    output: Record<string, never>;
  };
  /** What contacts wrote, in any order, also what is known already. */
  'receive-inbound': {
    input: { organizationId: string; channel: Channel; messages: readonly ProviderMessage[] };
    output: { joined: number; unjoined: number };
  };
  /** For supervisors and up, those who may work its ticket, and whoever manages channels. NOTHING_TO_UNDO: too late. */
  'message-by-hand': {
    input: { messageId: string; act: 'resend' | 'cancel' | 'dry_run' };
    output: { state: MessageState };
  };
  /** By hand; how the channel stands afterwards says what came of it. */
  'want-probe': { input: { organizationId: string; channel: Channel }; output: Record<string, never> };
  /** Releases what was held for it. */
  'save-channel': {
    input: { organizationId: string; settings: ChannelSettings; secrets: readonly SecretToKeep[] };
    output: { configVersion: number };
  };
  /** The mail host gave another token, or said when it ends: the old one ends sooner or later. */
  'renew-secret': {
    input: {
      clientId: string;
      userName: string;
      keptBy: 'keychain' | 'store';
      sealed: Uint8Array;
      endsAt: Instant | null;
    };
    output: Record<string, never>;
  };
  'test-send': {
    input: { organizationId: string; channel: Channel; address: string };
    output: { messageId: string };
  };
  /** One's own. */
  'save-reader-settings': { input: ReaderSettingsValue; output: { configVersion: number } };
  'mark-address': {
    input: { organizationId: string; channel: Channel; address: string; mark: 'opted_out' | 'allowed' };
    output: Record<string, never>;
  };
};
