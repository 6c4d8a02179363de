import type { PublishOutcome } from '../../../../preload/contract/publishing.ts';
import type { Result } from '../../../../preload/contract/result.ts';
import type { Client } from '../../../client/client.ts';
import type { Admin } from '../frame/admin-context.tsx';
import { thingOf } from '../../../../preload/contract/config-thing.ts';

/** Outcomes after which the draft has nothing left to say. */
const isTaken: Readonly<Record<PublishOutcome['outcome'], boolean>> = {
  published: true,
  proposed: true,
  unchanged: true,
  rejected: false,
  withdrawn: false,
  refused: false,
  stale: false,
};

/** Publishes or proposes the whole draft. What is refused or stale stays as it was typed. */
export async function publishDraft(
  client: Client,
  { configs, drafts }: Admin,
  wish: { reapply: boolean; note: string },
): Promise<Result<PublishOutcome>> {
  const changes = [...drafts.getState().changes.values()];
  const answer = await client.request('config.publish', { changes, ...wish });
  // Read before the draft goes: the pages would show for a moment what was there before.
  await configs.read();
  if (answer.ok && isTaken[answer.value.outcome]) drafts.drop(changes.map(thingOf));
  else void drafts.check();
  return answer;
}
