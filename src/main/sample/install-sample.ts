import { createHash } from 'node:crypto';
import { failure, success, type Failure, type Result } from '../../preload/contract/result.ts';
import type { Instant, SampleSize } from '../../preload/contract/values.ts';
import { ConfigSnapshot } from '../domain/config/config-snapshot.ts';
import { sampleDirectory } from '../domain/sample/sample-directory.ts';
import { samplePolicies } from '../domain/sample/sample-policies.ts';
import { sampleTickets } from '../domain/sample/sample-tickets.ts';
import { diceFrom, idsFromDice } from '../domain/sample/seeded.ts';
import type { NewEvent } from '../domain/ticket/events.ts';
import type { CommandContext, Store } from '../store/store.ts';

export type SampleOptions = {
  size: Exclude<SampleSize, 'none'>;
  /** Any text: the same one makes the same centre around the same `nowAt`. */
  seed: string;
  /** Epoch ms; deadlines lie around it. */
  nowAt: Instant;
  /** The first administrator, who leads the control rooms. */
  actorId: string;
};

const tickets: Readonly<Record<SampleOptions['size'], number>> = { small: 200, medium: 20_000, large: 1_000_000 };
/** The municipality has more of them: three of five. */
const MUNICIPAL_SHARE = 0.6;
/** One transaction: what it costs to make it durable is shared by so many. */
const CHUNK = 1000;
/** The rules have stood for longer than any ticket of the sample. */
const PUBLISHED_BEFORE_MS = 500 * 24 * 3_600_000;

/**
 * Makes the sample centre in a store: directory, policies, rules, then tickets in chunks.
 * @param onProgress  tickets that are in, of how many
 * @returns how many tickets were made; NOT_FOUND when the actor is not a user of the store, DUPLICATE_NAME when a sample is
 *   there already
 */
export async function installSample(
  store: Store,
  options: SampleOptions,
  onProgress: (done: number, of: number) => void,
): Promise<Result<{ tickets: number }>> {
  const { size, seed, nowAt, actorId } = options;
  const configured = await store.query('config', {}, { viewerId: actorId, nowAt });
  if (!configured.ok) return configured;
  const config = new ConfigSnapshot();
  for (const entity of configured.value.entities) config.apply(entity);
  const maker = config.user(actorId);
  if (maker === undefined) return failure('NOT_FOUND', { what: 'user' });

  const dice = diceFrom(seed);
  const newId = idsFromDice(dice, nowAt);
  const context = contexts(options);
  const directory = sampleDirectory(maker, dice, newId);
  const policies = directory.desks.flatMap((desk) => samplePolicies(desk, nowAt - PUBLISHED_BEFORE_MS, newId));
  const saved = await store.execute('save-config', { entities: [...directory.entities, ...policies] }, context());
  if (!saved.ok) return saved;

  const total = tickets[size];
  let done = 0;
  for (const desk of directory.desks) {
    const count = Math.round(total * (desk.source.key === 'municipality' ? MUNICIPAL_SHARE : 1 - MUNICIPAL_SHARE));
    const batch = { id: newId(), organizationId: desk.organization.id, fileName: `sample-${size}` };
    const stream = chunks(sampleTickets({ desk, count, batchId: batch.id, nowAt, dice, newId }));
    const write = (chunk: Chunk): Written =>
      store.execute('import-batch', { batch, tickets: chunk, wasAwake: true }, context());
    const failed = await writeAhead(stream, write, (imported) => {
      done += imported;
      onProgress(done, total);
    });
    if (failed !== null) return failed;
  }
  return success({ tickets: done });
}

type Chunk = (readonly NewEvent[])[];
type Written = Promise<Result<{ imported: number }>>;

/** Makes up one chunk while the one before is written: the store has a thread of its own. */
async function writeAhead(
  stream: Iterable<Chunk>,
  write: (chunk: Chunk) => Written,
  onWritten: (imported: number) => void,
): Promise<Failure | null> {
  let underWay: Written | null = null;
  const settle = async (): Promise<Failure | null> => {
    const written = await underWay;
    if (written?.ok === false) return written;
    if (written !== null) onWritten(written.value.imported);
    return null;
  };
  for (const chunk of stream) {
    const failed = await settle();
    if (failed !== null) return failed;
    underWay = write(chunk);
  }
  return settle();
}

function* chunks(stream: Iterable<readonly NewEvent[]>): Generator<Chunk> {
  let chunk: Chunk = [];
  for (const ticket of stream) {
    chunk.push(ticket);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Contexts that are the same for the same seed, each with a seed of its own. */
function contexts({ seed, nowAt, actorId }: SampleOptions): () => CommandContext {
  let made = 0;
  return () => {
    made += 1;
    return { nowAt, actorId, seed: createHash('sha256').update(`sample ${seed} ${made}`).digest('hex') };
  };
}
