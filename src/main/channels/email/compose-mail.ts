import type { SendMailOptions } from 'nodemailer';
import type { EmailSettings } from '../../../preload/contract/messages.ts';
import type { Outgoing } from '../../ports/sender.ts';

/**
 * An address that names one mailbox and nothing else. A comma, a line break or an angle bracket in a typed address would reach
 * a second recipient, chosen by whoever filled in a form (tried: nodemailer splits such a text).
 */
const oneMailbox = /^[^\s@,;:<>()[\]\\"\p{Cc}]+@[^\s@,;:<>()[\]\\"\p{Cc}]+$/u;

export const isOneMailbox = (address: string): boolean => address.length <= 320 && oneMailbox.test(address);

/**
 * Line breaks would begin another header; every other control character is nobody's name either. What begins an encoded word
 * (RFC 2047) is parted: whoever reads the mail would be shown what is encoded in it, past all that was cleaned.
 */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();

/** A mail as nodemailer takes it. Both addresses must be one mailbox each. */
export function composeMail(message: Outgoing, settings: EmailSettings): SendMailOptions {
  return {
    from: { name: oneLine(settings.fromName), address: settings.fromAddress },
    to: { name: oneLine(message.recipientName), address: message.address },
    // Stated beside the headers, so that nothing in them can ever add to it.
    envelope: { from: settings.fromAddress, to: [message.address] },
    messageId: `<${message.headerMessageId}>`,
    subject: oneLine(message.subject ?? ''),
    text: message.text,
    ...(message.html !== null && { html: message.html }),
    headers: {
      // RFC 3834: no holiday note and no other machine answers.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
