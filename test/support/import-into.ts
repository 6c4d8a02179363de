import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../src/main/cli/import/import-report.ts';
import { lookAhead } from '../../src/main/cli/import/look-ahead.ts';
import { runImport } from '../../src/main/cli/import/run-import.ts';
import type { Session } from '../../src/main/cli/use-store.ts';
import { people } from './centre.ts';
import { mappingFrom } from './cli-mapping.ts';
import { freshDirectory, type StoreDesk } from './store-desk.ts';
import { seedOf, unwrap } from './store-options.ts';

/**
 * The whole import, from the file to the store, at the desk's own time and without a process of its own.
 * @param userId  null: as a service credential does it
 */
export async function importInto(
  desk: StoreDesk,
  mappingJson: unknown,
  csv: string,
  parts: { dryRun?: boolean; userId?: string | null } = {},
): Promise<ImportReport> {
  const { dryRun = false, userId = people.administrator } = parts;
  const file = join(freshDirectory('csv'), 'rows.csv');
  writeFileSync(file, csv);
  const session: Session = {
    store: desk.store,
    userId,
    commandContext: () => ({ nowAt: desk.nowAt, seed: seedOf(randomUUID()), actorId: userId }),
    queryContext: () => ({ nowAt: desk.nowAt, viewerId: userId }),
  };
  const now = () => desk.nowAt;
  const mapping = mappingFrom(mappingJson);
  return unwrap(
    await runImport(session, {
      file,
      mapping,
      looked: lookAhead(file, mapping, now).looked,
      dryRun,
      rejects: null,
      onProgress() {},
      now,
    }),
  );
}
