import { HttpFailure } from '../../ports/http-client.ts';
import type { Asked, SendOutcome } from '../../ports/sender.ts';
import { httpOutcome } from '../http-outcome.ts';

type NotAccepted = Exclude<SendOutcome, { kind: 'accepted' }>;

/** What nodemailer's errors carry beside their message, which quotes addresses and is never handed on. */
type MailError = {
  code?: unknown;
  /** The system's code that nodemailer put its own in place of. */
  originalCode?: unknown;
  syscall?: unknown;
  /** Reply of the mail server. */
  responseCode?: unknown;
  timeoutType?: unknown;
  /** What the server was answering. */
  command?: unknown;
};

const refused = (code: string): NotAccepted => ({ kind: 'refused', code, retryAfterMs: null });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** TLS that did not come about, whatever the reason: waiting does not mend it. */
const untrusted = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/;

/** Nothing of a message can have left: no connection yet. By nodemailer's code or the system's. */
const offline: ReadonlySet<string> = new Set([
  'EDNS',
  'EPROXY',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
]);
const beforeTheGreeting: ReadonlySet<string> = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT']);

/** Silence, and what we cut off ourselves because it took too long. */
const tooLong: ReadonlySet<string> = new Set(['ETIMEDOUT', 'EABORT']);

/** nodemailer's own refusals, made before a word is said. */
const ours: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM', 'ECONFIG', 'EFILEACCESS', 'EURLACCESS']);

/** What the token's host said, in nodemailer's wrapping; a mail that was cut off has our own signal in there. */
const isWrapped = (cause: unknown): boolean => cause instanceof Error && cause.name !== 'AbortError';

/** Before there is any mail: the greeting, and what answers to our name. */
const beforeAnyMail: ReadonlySet<unknown> = new Set(['CONN', 'EHLO', 'HELO']);

/** `SMTP_451` and the like, `RCPT_451` where it is said of the recipient; a server that cannot check the password right now has not refused it. */
function replyOutcome(code: string, reply: number, command: unknown): NotAccepted {
  // Of this mailbox alone: it is full, or whoever writes to it for the first time has to come again. 421 ends all of it.
  if (command === 'RCPT TO' && reply > 421 && reply < 500) return refused(`RCPT_${reply}`);
  return refused(code === 'EAUTH' && reply >= 500 ? 'EAUTH' : `SMTP_${reply}`);
}

/**
 * What an error means for the message. An HTTP failure is one of the token's host.
 * @param wasHandedOver  whether all of it, the final dot included, was given to the connection
 */
export function mailOutcome(error: unknown, wasHandedOver: boolean): NotAccepted {
  const failure = error instanceof Error && isWrapped(error.cause) ? error.cause : error;
  if (failure instanceof HttpFailure) return httpOutcome(failure);
  const { code, originalCode, syscall, responseCode, timeoutType, command } = (error ?? {}) as MailError;
  const [own, system] = [text(code), text(originalCode)];
  // First: a server without STARTTLS says so by a reply, which is not about the mail.
  if (own === 'ETLS' || untrusted.test(system)) return refused('ETLS');
  // The sender is refused, not the mail: so would every other be, and no recipient has a bad address for it.
  if (command === 'MAIL FROM' && typeof responseCode === 'number' && responseCode >= 500) return refused('ECONFIG');
  // Whoever comes is turned away, for now or until somebody sees to it: nothing is wrong with the mail.
  if (!wasHandedOver && beforeAnyMail.has(command) && typeof responseCode === 'number' && responseCode >= 500)
    return refused(`CONN_${responseCode}`);
  if (typeof responseCode === 'number' && responseCode >= 400) return replyOutcome(own, responseCode, command);
  if (own === 'EAUTH' || own === 'ENOAUTH') return refused('EAUTH');
  const isOffline = syscall === 'connect' || beforeTheGreeting.has(text(timeoutType));
  const network = [system, own].find((known) => offline.has(known));
  if (isOffline || network !== undefined) return { kind: 'unreachable', code: network ?? 'ETIMEDOUT' };
  if (wasHandedOver) return { kind: 'unsure', code: tooLong.has(own) ? 'TIMEOUT' : 'DROPPED_AFTER_DATA' };
  // Silence too: without its final dot no mail has gone out.
  return refused(ours.has(own) ? own : 'DROPPED_BEFORE_DATA');
}

/** The same for a mere question. */
export function mailFailure(error: unknown): Extract<Asked<never>, { ok: false }> {
  return { ok: false, code: mailOutcome(error, false).code, retryAfterMs: null };
}
