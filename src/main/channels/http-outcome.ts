import type { HttpFailure } from '../ports/http-client.ts';
import type { SendOutcome } from '../ports/sender.ts';

/** What a request without a response means for the message that it carried. */
const outcomes: { [Kind in HttpFailure['kind']]: (code: string) => Exclude<SendOutcome, { kind: 'accepted' }> } = {
  unreachable: (code) => ({ kind: 'unreachable', code }),
  unsure: (code) => ({ kind: 'unsure', code }),
  // Waiting mends neither: an administrator has to.
  untrusted: () => ({ kind: 'refused', code: 'ETLS', retryAfterMs: null }),
  refused_host: (code) => ({ kind: 'refused', code, retryAfterMs: null }),
};

export function httpOutcome({ kind, code }: HttpFailure): Exclude<SendOutcome, { kind: 'accepted' }> {
  return outcomes[kind](code);
}
