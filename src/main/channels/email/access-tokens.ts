import { z } from 'zod';
import type { EmailSettings } from '../../../preload/contract/messages.ts';
import { HttpFailure, type HttpClient, type HttpRequest, type HttpResponse } from '../../ports/http-client.ts';
import type { OpenChannel } from '../../ports/sender.ts';
import { requestTimeoutMs } from '../guard-http.ts';
import type { RenewedToken } from '../worker/protocol.ts';

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3600),
  refresh_token: z.string().min(1).optional(),
  /** Of the refresh token, where its host lets it end: Google for consents given for a time. */
  refresh_token_expires_in: z.coerce.number().positive().optional(),
});

/** A token this close to its end is not used any more, ms: signing in takes a while. */
const marginMs = 60_000;

/** Refused by the token's host: what a mail server would call a wrong password. */
export class TokenRefused extends Error {
  readonly code = 'EAUTH';
}

type Token = { value: string; endsAt: number };

export type AccessTokens = {
  /**
   * @param mustRenew  the mail server refused the last one
   * @throws TokenRefused, HttpFailure; never `unsure`, for no mail has left yet
   */
  tokenFor(settings: EmailSettings, secrets: OpenChannel['secrets'], mustRenew: boolean): Promise<string>;
};

/** OAuth2 for mail accounts (Microsoft 365, Google): the refresh token's grant, RFC 6749, section 6. */
export function createAccessTokens(http: HttpClient, onRenewed: (renewed: RenewedToken) => void): AccessTokens {
  /** By the grant that gave them; what a host replaced is used instead of the saved one until that is saved anew. */
  const tokens = new Map<string, Token>();
  const replaced = new Map<string, string>();

  async function ask(settings: EmailSettings, secrets: OpenChannel['secrets'], nowAt: number): Promise<Token> {
    const { oauth2, userName } = settings;
    if (oauth2 === null || !secrets.refreshToken) throw new TokenRefused('no refresh token');
    const { clientId, tokenUrl, scope } = oauth2;
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: replaced.get(secrets.refreshToken) ?? secrets.refreshToken,
      ...(secrets.clientSecret && { client_secret: secrets.clientSecret }),
      ...(scope !== '' && { scope }),
    });
    const { status, body } = await askHost(http, {
      method: 'POST',
      url: tokenUrl,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: form.toString(),
      timeoutMs: requestTimeoutMs,
    });
    const answer = status === 200 ? tokenAnswer.safeParse(parsed(body)) : null;
    if (answer?.success !== true) throw new TokenRefused(`token host answered ${status}`);
    const {
      access_token: value,
      expires_in: seconds,
      refresh_token: given,
      refresh_token_expires_in: lasts,
    } = answer.data;
    const isReplaced = given !== undefined && given !== secrets.refreshToken;
    if (isReplaced) replaced.set(secrets.refreshToken, given);
    const refreshToken = given ?? replaced.get(secrets.refreshToken) ?? secrets.refreshToken;
    const endsAt = lasts === undefined ? null : nowAt + lasts * 1000;
    if (isReplaced || endsAt !== null) onRenewed({ clientId, userName, refreshToken, endsAt });
    return { value, endsAt: nowAt + seconds * 1000 };
  }

  return {
    async tokenFor(settings, secrets, mustRenew) {
      const nowAt = Date.now();
      const key = JSON.stringify([settings.oauth2, settings.userName, secrets.refreshToken]);
      const known = tokens.get(key);
      if (known !== undefined && !mustRenew && known.endsAt - marginMs > nowAt) return known.value;
      const token = await ask(settings, secrets, nowAt);
      tokens.set(key, token);
      return token.value;
    },
  };
}

/** A token's host that does not answer is as good as a line that is down: asking again costs nothing. */
async function askHost(http: HttpClient, request: HttpRequest): Promise<HttpResponse> {
  const response = await http.request(request).catch((error: unknown) => {
    throw error instanceof HttpFailure && error.kind === 'unsure' ? new HttpFailure('unreachable', error.code) : error;
  });
  const { status } = response;
  if (status === 429 || status >= 500) throw new HttpFailure('unreachable', `HTTP_${status}`);
  return response;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
