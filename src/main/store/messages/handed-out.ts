import type { ChannelSettings, MessageState, SecretName } from '../../../preload/contract/messages.ts';
import type { Channel, Instant } from '../../../preload/contract/values.ts';
import type { Outgoing } from '../../ports/sender.ts';

/** A secret as it is kept. */
export type SealedSecret = { name: SecretName; keptBy: 'keychain' | 'store'; sealed: Uint8Array };

/** What a desk needs to speak through a channel: handed out with what is to be sent, opened for as long as a call. */
export type ChannelAccess = { organizationId: string; settings: ChannelSettings; secrets: readonly SealedSecret[] };

/** A message that is to leave now. `number`: what is told of it, empty of a sensitive ticket. */
export type Claimed = { outgoing: Outgoing; organizationId: string; number: string };

/** An unknown message that is to be looked for at the provider. */
export type Look = {
  id: string;
  token: string;
  organizationId: string;
  channel: Channel;
  address: string;
  reference: string;
  /** Nothing older can be it. */
  sinceAt: Instant;
};
/** A sent message whose status is to be asked for. */
export type Poll = {
  id: string;
  token: string;
  organizationId: string;
  channel: Channel;
  providerSid: string;
  sentAt: Instant;
  number: string;
  /** As it stands before the answer. */
  state: MessageState;
};
export type Probe = { organizationId: string; channel: Channel };
export type InboundAsk = Probe & { sinceAt: Instant };

/** What the desk is to ask the world about. */
export type Tending = { looks: Look[]; polls: Poll[]; probes: Probe[]; inbound: InboundAsk[]; approvals: Probe[] };
