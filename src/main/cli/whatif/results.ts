import { resolve } from 'node:path';
import type { Directory } from '../../../preload/contract/people.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import type { WhatIfChanged, WhatIfReport } from '../../../preload/contract/whatif.ts';
import { fileErrorWords } from '../file-error-words.ts';
import type { Io } from '../io.ts';
import { names } from '../output/ticket-json.ts';
import { ChangedCsv } from './csv-file.ts';
import { changedJson, reportJson } from './report-json.ts';
import { changedLine, reportText } from './report-text.ts';

/** Enough to see what kind of tickets they are. */
const LINES_SHOWN = 20;

/** Where what comes of a what-if goes, as it comes: a million changed tickets are never held at once. */
export type Results = {
  add(changed: readonly WhatIfChanged[]): Promise<void>;
  /** @param report  null when there is none: it failed, or nobody reads any more */
  end(report: WhatIfReport | null): Promise<void>;
};

type Part = Results;

function jsonTo({ out }: Io, directory: Directory): Part {
  const named = names(directory);
  let isBegun = false;
  let isFirst = true;
  const begin = async (): Promise<void> => {
    if (!isBegun) await out.write('{\n  "changed": [');
    isBegun = true;
  };
  return {
    async add(changed) {
      await begin();
      for (const ticket of changed) {
        await out.write(`${isFirst ? '' : ','}\n    ${changedJson(ticket, named)}`);
        isFirst = false;
      }
    },
    async end(report) {
      if (report === null) return;
      await begin();
      const rest = JSON.stringify(reportJson(report, named), null, 2);
      await out.write(`${isFirst ? '' : '\n  '}],${rest.slice(1)}\n`);
    },
  };
}

function textTo({ out }: Io, oneIn: number): Part {
  const shown: WhatIfChanged[] = [];
  return {
    async add(changed) {
      shown.push(...changed.slice(0, LINES_SHOWN - shown.length));
    },
    async end(report) {
      if (report === null) return;
      await out.write(reportText(report, oneIn));
      for (const ticket of shown) await out.line(`  ${changedLine(ticket)}`);
      if (report.changed > shown.length)
        await out.line(`  and ${report.changed - shown.length} more: --json or --csv tells all`);
    },
  };
}

/** @returns BAD_INPUT when the CSV file cannot be made */
export async function openResults(
  io: Io,
  directory: Directory,
  { json, csv, oneIn }: { json?: true; csv?: string; oneIn: number },
): Promise<Result<Results>> {
  const printed = json ? jsonTo(io, directory) : textTo(io, oneIn);
  if (csv === undefined) return success(printed);
  let file: ChangedCsv;
  try {
    file = await ChangedCsv.make(resolve(io.cwd, csv), names(directory).organization);
  } catch (cause) {
    return failure('BAD_INPUT', { key: '--csv', why: `${csv}: ${fileErrorWords(cause)}` });
  }
  return success({
    async add(changed) {
      await file.add(changed);
      await printed.add(changed);
    },
    async end(report) {
      await file.close();
      await printed.end(report);
    },
  });
}
