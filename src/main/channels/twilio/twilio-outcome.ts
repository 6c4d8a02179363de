import { HttpFailure } from '../../ports/http-client.ts';
import type { Asked, SendOutcome } from '../../ports/sender.ts';
import { httpOutcome } from '../http-outcome.ts';
import type { PortRequests } from './port-requests.ts';

type NotAccepted = Exclude<SendOutcome, { kind: 'accepted' }>;

/** Status and provider's code, as the SDK's errors carry them. */
function answerOf(error: unknown): { status: number; code: string } | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const code = 'code' in error && typeof error.code === 'number' ? String(error.code) : null;
  return { status: error.status, code: code ?? (error.status === 429 ? '429' : `HTTP_${error.status}`) };
}

/** Statuses after which the provider may have taken the message all the same. */
const isUnsure = (status: number): boolean => status >= 500 || status === 408;

/**
 * What an error of the SDK means for the message. Codes: the provider's own number, `HTTP_<status>` where it gave none, `429`,
 * `TIMEOUT`, `ETLS`, `HOST_REFUSED`, `REDIRECTED`, `BAD_SETTINGS`, `BAD_ANSWER`, or the network's (`ENOTFOUND` …).
 */
export function twilioOutcome(error: unknown, requests: PortRequests | null): NotAccepted {
  if (error instanceof HttpFailure) return httpOutcome(error);
  const answer = answerOf(error);
  if (answer === null) {
    // The SDK refused before it asked, or could not read what was answered.
    if (requests?.hasAsked() === true) return { kind: 'unsure', code: 'BAD_ANSWER' };
    return { kind: 'refused', code: 'BAD_SETTINGS', retryAfterMs: null };
  }
  if (isUnsure(answer.status)) return { kind: 'unsure', code: `HTTP_${answer.status}` };
  return { kind: 'refused', code: answer.code, retryAfterMs: requests?.retryAfterMs() ?? null };
}

/** The same for a question: what was not answered is not known, whatever the reason. */
export function twilioFailure(error: unknown, requests: PortRequests | null): Extract<Asked<never>, { ok: false }> {
  const outcome = twilioOutcome(error, requests);
  return { ok: false, code: outcome.code, retryAfterMs: requests?.retryAfterMs() ?? null };
}
