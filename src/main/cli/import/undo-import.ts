import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../use-store.ts';

const STEP = 500;
const batchId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * Takes an import back, step by step, so that a desk's own work never waits long behind it.
 * @returns how many tickets; NOTHING_TO_UNDO for an unknown batch or one that was taken back
 */
export async function undoImport(
  { store, commandContext }: Session,
  batch: string,
  onProgress: (done: number, of: number) => void,
): Promise<Result<number>> {
  if (!batchId.test(batch)) return failure('NOTHING_TO_UNDO');
  let undone = 0;
  for (;;) {
    const step = await store.execute('undo-batch', { batchId: batch, limit: STEP }, commandContext());
    if (!step.ok) return step;
    undone += step.value.undone;
    onProgress(undone, undone + step.value.remaining);
    if (step.value.remaining === 0) return success(undone);
    // Nothing moved: asking for ever would not help.
    if (step.value.undone === 0) return failure('INTERNAL', { errorId: 'undo-batch stands still' });
  }
}
