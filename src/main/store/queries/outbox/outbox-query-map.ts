import type { z } from 'zod';
import type {
  ChannelProblem,
  ChannelSettings,
  ChannelView,
  MessageView,
  OutboxPage,
  ProductText,
  outboxPageInput,
  ReaderSettingsValue,
  TemplatePreview,
  unjoinedInput,
  UnjoinedMessage,
} from '../../../../preload/contract/messages.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import type { PreviewAsked } from '../../../domain/messages/preview.ts';

/** Every read about messages. */
export type OutboxQueryMap = {
  /** Oldest first; also mails that news of the ticket joined. NOT_FOUND for a ticket that the viewer may not see. */
  'messages-of-ticket': { input: { ticketId: string }; output: MessageView[] };
  /** Newest first. ACCESS_DENIED below supervisor; what a message says is empty for whoever may not see its ticket. */
  'outbox-page': { input: z.output<typeof outboxPageInput>; output: OutboxPage };
  /** What came in and belongs to no ticket, newest first. ACCESS_DENIED below supervisor. */
  'unjoined-inbound': { input: z.output<typeof unjoinedInput>; output: UnjoinedMessage[] };
  /** With settings for whoever manages channels; how they stand for whoever sees the outbox. */
  channels: { input: { organizationId?: string | undefined }; output: ChannelView[] };
  /** `given`: names of the secrets that come with them. */
  'check-channel': {
    input: { organizationId: string; settings: ChannelSettings; given: readonly string[] };
    output: { problems: ChannelProblem[] };
  };
  'product-texts': { input: { organizationId: string }; output: ProductText[] };
  'reader-settings': { input: Record<string, never>; output: ReaderSettingsValue };
  'template-preview': { input: PreviewAsked; output: TemplatePreview };
  /** When this desk has to look at its outbox again, epoch ms; null: nothing waits. */
  'outbox-next': { input: { keychain: boolean }; output: { nextAt: Instant | null } };
};
