import type { WhatIfChanged } from '../../../preload/contract/whatif.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import { mayIn, mayInStore } from '../../domain/access/access.ts';
import type { User } from '../../domain/config/config.ts';
import { entityOf, inOrder } from '../../domain/publishing/draft.ts';
import { replayConfig } from '../../domain/whatif/replay-config.ts';
import { WhatIf } from '../../domain/whatif/what-if.ts';
import type { QueryInput } from './query-map.ts';
import type { Query, ReadContext } from './read-context.ts';
import { pastLogs, readEvent, type PastEvent } from './whatif-logs.ts';
import type { WhatIfPlace } from './query-map.ts';
import { lookThrough, startOf } from './whatif-tickets.ts';

/** About a twentieth of a second: between two slices a cancelling and the window's other long questions get through. */
const MOST_REPLAYED = 400;
/** Looked through where few of them are wanted. */
const MOST_LOOKED_AT = 20_000;
/** Read and replayed at once. */
const STEP = 100;

/** Organizations whose configuration the viewer may change, or propose to. Rule: product.md, Who may do what. */
function organizationsOf(viewer: User, organizationId: string | undefined, { config }: ReadContext): Set<string> {
  const ids = [...config.organizations()].map(({ id }) => id);
  const may = (id: string): boolean => mayInStore(viewer, 'configure') || mayIn(viewer, 'propose_configuration', id);
  return new Set(ids.filter((id) => (organizationId === undefined || id === organizationId) && may(id)));
}

function runOf(
  { changes, fromAt, untilAt, mostChanged }: QueryInput<'what-if-slice'>,
  { config }: ReadContext,
): WhatIf {
  const newId = ({ id }: { id: string }): string => `draft ${id}`;
  const draft = inOrder(changes).map((change) => entityOf(change, { publishedAt: untilAt, newId }));
  return new WhatIf({
    inForce: config,
    live: replayConfig(config, []),
    draft: replayConfig(config, draft),
    period: { fromAt: fromAt ?? -Infinity, untilAt },
    mostChanged,
  });
}

/** One that this release cannot fold must not stop the what-if of all, as it does not stop the engine. */
function addOrPassOver(run: WhatIf, log: readonly PastEvent[]): void {
  try {
    run.add(log.map(readEvent));
  } catch {
    run.passOver();
  }
}

/**
 * A part of a what-if: the next tickets from the newest on, replayed and counted. Nothing of it is kept in the thread.
 * Whoever configures without seeing tickets gets figures and numbers; what is sensitive is never read.
 */
export const whatIfSlice: Query<'what-if-slice'> = (input, context) => {
  const { viewer, statements } = context;
  const { organizationId, fromAt, untilAt, oneIn, after } = input;
  const organizationIds = viewer === null ? new Set<string>() : organizationsOf(viewer, organizationId, context);
  if (viewer === null || organizationIds.size === 0) return failure('ACCESS_DENIED');
  const run = runOf(input, context);
  const { tally } = run;
  const wanted = { organizationIds, period: { fromAt, untilAt }, oneIn };
  let place: WhatIfPlace | null = after ?? startOf(wanted.period);
  let looked = 0;
  for (let replayed = 0; place !== null && replayed < MOST_REPLAYED && looked < MOST_LOOKED_AT;) {
    const found = lookThrough(context, wanted, place, STEP);
    for (const log of pastLogs(statements, found.ids)) addOrPassOver(run, log);
    tally.sensitive += found.sensitive;
    replayed += found.ids.length;
    looked += found.looked;
    place = found.next;
  }
  const total = after === null ? statements.of<[], { n: number }>('SELECT count(*) AS n FROM ticket').get() : undefined;
  const isSeen = (ticket: WhatIfChanged): boolean => mayIn(viewer, 'view_ticket', ticket.organizationId);
  const changed = run.changed.map((ticket) => (isSeen(ticket) ? ticket : { ...ticket, ticketId: null }));
  return success({ tally, changed, looked, next: place, total: total?.n ?? null });
};
