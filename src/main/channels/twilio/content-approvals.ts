import { z } from 'zod';
import type { TwilioSettings } from '../../../preload/contract/messages.ts';
import type { Approval, Asked } from '../../ports/sender.ts';
import type { TwilioAccount } from './twilio-account.ts';

const approvalAnswer = z.object({ whatsapp: z.object({ status: z.string() }).nullish() });
const errorAnswer = z.object({ code: z.number() });

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function failureOf({ statusCode, body }: { statusCode: number; body: string }): string {
  const error = errorAnswer.safeParse(parsed(body));
  return error.success ? String(error.data.code) : `HTTP_${statusCode}`;
}

/**
 * How WhatsApp's owner stands to each Content template of the settings; one that the provider no longer knows is `unsubmitted`.
 * The first refusal ends it: the others would be refused for the same reason.
 */
export async function contentApprovals(
  account: TwilioAccount,
  settings: TwilioSettings,
): Promise<Asked<readonly Approval[]>> {
  const approvals: Approval[] = [];
  for (const contentSid of new Set(settings.contentTemplates.map((template) => template.contentSid))) {
    const answer = await account.get(
      `https://content.twilio.com/v1/Content/${encodeURIComponent(contentSid)}/ApprovalRequests`,
    );
    if (answer.statusCode === 404) {
      approvals.push({ contentSid, approval: 'unsubmitted' });
      continue;
    }
    const read = approvalAnswer.safeParse(parsed(answer.body));
    if (answer.statusCode !== 200 || !read.success) {
      return { ok: false, code: failureOf(answer), retryAfterMs: account.requests.retryAfterMs() };
    }
    approvals.push({ contentSid, approval: read.data.whatsapp?.status ?? 'unsubmitted' });
  }
  return { ok: true, value: approvals };
}
