import type { OutboxCommandMap } from '../outbox-command-map.ts';
import type { Command } from '../write-context.ts';
import { claimMessages } from './claim-messages.ts';
import { contentApproved } from './content-approved.ts';
import { messageByHand } from './message-by-hand.ts';
import { messageLooked, messageOutcome, messagePolled, messageSending } from './message-steps.ts';
import { markAddressCommand, saveReaderSettings } from './own-settings.ts';
import { receiveInbound } from './receive-inbound.ts';
import { renewSecret, saveChannel } from './save-channel.ts';
import { channelProbed, tendOutbox } from './tend-outbox.ts';
import { testSend } from './test-send.ts';
import { wantProbe } from './want-probe.ts';

/** Every write about messages, by name. */
export const outboxCommands: { readonly [N in keyof OutboxCommandMap]: Command<N> } = {
  'claim-messages': claimMessages,
  'message-sending': messageSending,
  'message-outcome': messageOutcome,
  'message-looked': messageLooked,
  'message-polled': messagePolled,
  'tend-outbox': tendOutbox,
  'channel-probed': channelProbed,
  'content-approved': contentApproved,
  'receive-inbound': receiveInbound,
  'message-by-hand': messageByHand,
  'want-probe': wantProbe,
  'save-channel': saveChannel,
  'renew-secret': renewSecret,
  'test-send': testSend,
  'save-reader-settings': saveReaderSettings,
  'mark-address': markAddressCommand,
};
