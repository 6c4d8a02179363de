import { parentPort, workerData } from 'node:worker_threads';
import { failure } from '../../../preload/contract/result.ts';
import { idsFrom } from '../make-id.ts';
import { storeFiles } from '../store-files.ts';
import { databaseFailure } from './database-failure.ts';
import { openCheckpointer, openReader } from './open-reader.ts';
import { openWriter } from './open-writer.ts';
import type { Reply, Request, WorkerRole, WorkerStart } from './protocol.ts';
import { freeReserve } from './reserve.ts';
import { runCommand } from './run-command.ts';
import { runQuery } from './run-query.ts';

/** What a store thread answers with, by role. The first message is `open`, the last `close`; none comes before the one before it is answered. */
type Role = { start: WorkerStart; answer(request: Request): Omit<Reply, 'id'> };

const port = parentPort;
if (port === null) throw new Error('a store thread runs in a worker');

function writerRole(start: WorkerStart): Role {
  const opened = openWriter(start);
  if (!opened.ok) return { start, answer: () => ({ result: opened }) };
  const { state, info, close } = opened.value;
  return {
    start,
    answer(request) {
      if (request.kind === 'command') return runCommand(state, request.name, request.input, request.context);
      if (request.kind === 'close') close();
      return { result: { ok: true, value: info }, configVersion: state.desk.configVersion };
    },
  };
}

function readerRole(start: WorkerStart): Role {
  const opened = openReader(start);
  if (!opened.ok) return { start, answer: () => ({ result: opened }) };
  const state = opened.value;
  const checkpointer = openCheckpointer(start);
  return {
    start,
    answer(request) {
      if (request.kind === 'checkpoint') checkpointer.run();
      if (request.kind === 'close') {
        checkpointer.close();
        state.db.close();
      }
      if (request.kind !== 'query') return { result: { ok: true, value: null } };
      const { result, toAudit } = runQuery(state, request.name, request.input, request.context, request.configVersion);
      return { result, toAudit };
    },
  };
}

/** An error of SQLite is a failure with a code; anything else is a bug, and its id leads to the one line in the log. */
function failed(start: WorkerStart, request: Request, error: unknown): Omit<Reply, 'id'> {
  const known = databaseFailure(error);
  if (known?.code === 'DISK_FULL') freeReserve(storeFiles(start.directory).reserve);
  if (known !== null) return { result: known };
  const nowAt = 'context' in request ? request.context.nowAt : start.nowAt;
  const errorId = idsFrom(nowAt, `${start.seed} ${request.id} error`)();
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { result: failure('INTERNAL', { errorId }), cause: { errorId, message } };
}

const openRole = (workerData as WorkerRole) === 'writer' ? writerRole : readerRole;
let role: Role | null = null;

function answer(request: Request): Omit<Reply, 'id'> {
  const start = request.kind === 'open' ? request.start : role?.start;
  // Started ahead and never needed.
  if (start === undefined) return { result: { ok: true, value: null } };
  try {
    role ??= openRole(start);
    return role.answer(request);
  } catch (error) {
    return failed(start, request, error);
  }
}

port.on('message', (request: Request) => {
  port.postMessage({ ...answer(request), id: request.id } satisfies Reply);
  if (request.kind === 'close') port.close();
});
