import type { Config } from '../../domain/config/config.ts';
import { renderBundle, renderMessage, type Rendered } from '../../domain/messages/render.ts';
import { wayOf } from '../../domain/messages/happening.ts';
import type { Message } from '../../domain/messages/message.ts';
import type { Outgoing } from '../../ports/sender.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { Statements } from '../statements.ts';
import { asOfNow } from './as-of-now.ts';
import { joinedOf } from './bundle.ts';
import { mayStandBeside } from './still-stands.ts';

const HOUR_MS = 3_600_000;
/** Free text is taken this long after the contact's last message, less ten minutes for what is on its way. */
const WINDOW_MS = 24 * HOUR_MS - 10 * 60_000;
/** In a Message-ID where the sender's address has no domain. */
const NO_DOMAIN = 'watchkeeper.invalid';

function isWindowOpen({ statements, nowAt }: WriteContext, address: string): boolean {
  return (
    statements
      .of<[string, number], unknown>(
        `SELECT 1 FROM inbound_message WHERE address = ? AND channel = 'whatsapp' AND at > ? LIMIT 1`,
      )
      .get(address, nowAt - WINDOW_MS) !== undefined
  );
}

/** News that joined a mail, as far as it is still so and its reader may still be told of it. */
function itemsOf(context: WriteContext, message: Message): Message[] {
  const joined = joinedOf(context.statements, message.id).map(({ wanted }) => ({ ...message, ...wanted }));
  const told = joined.filter((item) => mayStandBeside(context, item));
  return [message, ...told.map((item) => asOfNow(context, item))];
}

function render(context: WriteContext, message: Message): Rendered {
  const { channel } = wayOf(message);
  const items = channel === 'email' && message.recipient.kind === 'user' ? itemsOf(context, message) : [message];
  return items.length > 1
    ? renderBundle(items, message, context.config)
    : renderMessage(message, channel, context.config);
}

/** The same on every try, so that a mail that arrives twice is shown once. Without angle brackets. */
function headerMessageId({ id, reference }: Message, config: Config, organizationId: string): string {
  const settings = config.channel(organizationId, 'email')?.settings;
  const from = settings?.channel === 'email' ? settings.fromAddress : '';
  return `${id}.${reference.toLowerCase()}@${from.split('@')[1] ?? NO_DOMAIN}`;
}

/** A message as it leaves now, or why it cannot: no text for it, or no approved template outside WhatsApp's 24 h. */
export function outgoingOf(context: WriteContext, decided: Message): { outgoing: Outgoing } | { barred: string } {
  const message = asOfNow(context, decided);
  const { channel, address } = wayOf(message);
  let rendered: Rendered;
  try {
    rendered = render(context, message);
  } catch (error) {
    if (error instanceof RangeError) return { barred: 'NO_TEXT' };
    throw error;
  }
  const { subject, text, html, content, language } = rendered;
  if (channel === 'whatsapp' && content === null && (message.code === '63016' || !isWindowOpen(context, address)))
    return { barred: 'NO_TEMPLATE' };
  const { id: messageId, recipient, reference, organizationId } = message;
  const outgoing: Outgoing = {
    messageId,
    channel,
    address,
    recipientName: recipient.name,
    language,
    subject,
    text,
    html,
    content,
    reference,
    headerMessageId: headerMessageId(message, context.config, organizationId),
  };
  return { outgoing };
}

/** What is about to leave, word for word: committed before the network hears of it. */
export function keepText(statements: Statements, { messageId, subject, text }: Outgoing): void {
  statements
    .of<[string | null, string, string], never>('UPDATE message SET subject = ?, text = ? WHERE id = ?')
    .run(subject, text, messageId);
}
