import { success } from '../../../preload/contract/result.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { nextInstant } from '../../domain/sla/planner.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { viewsOf, type CounterKey } from '../projection/queue-counters.ts';
import { ticketRow } from '../projection/ticket-row.ts';
import { ticketColumns, ticketKeys } from '../projection/ticket-table.ts';
import { ticketText } from '../projection/ticket-text.ts';
import type { TicketRow } from '../schema/ticket.ts';
import type { Difference, VerifyReport } from './query-map.ts';
import type { Query, ReadContext } from './read-context.ts';

const MOST_TOLD = 100;
const STEP = 1000;
/** Personal text stays where it is: only that it differs is told. */
const unspoken: ReadonlySet<keyof TicketRow> = new Set<keyof TicketRow>([
  'subject',
  'contactName',
  'clocks',
  'textDigest',
]);

/** What the plan alone decides. An organization that waits to be planned again (a new rule, an upgrade) has it of before. */
const planned: ReadonlySet<keyof TicketRow> = new Set<keyof TicketRow>(['nextAt', 'awaitingTarget']);

class Findings {
  count = 0;
  readonly first: Difference[] = [];

  add(difference: Difference): void {
    this.count += 1;
    if (this.first.length < MOST_TOLD) this.first.push(difference);
  }
}

/** @returns the row that the log gives; null where it gives none */
function compareRow(context: ReadContext, ticketId: string, found: Findings): TicketRow | null {
  const { statements, config } = context;
  const log = context.log.ofTicket(ticketId);
  const state = foldTicket(log, config);
  const row = statements.of<[string], TicketRow>(`SELECT ${ticketColumns} FROM ticket WHERE id = ?`).get(ticketId);
  if (state === null) {
    if (row !== undefined) found.add({ what: 'row', id: ticketId, column: null, expected: 'none', found: 'a row' });
    return null;
  }
  const place = { newest: row?.newest ?? 0, textDigest: ticketText(state, log).digest };
  const expected = ticketRow(state, nextInstant(state, config), place);
  if (row === undefined) {
    found.add({ what: 'row', id: ticketId, column: null, expected: 'a row', found: 'none' });
    return expected;
  }
  const waits = statements
    .of<[string], unknown>('SELECT 1 FROM replan WHERE organization_id = ?')
    .get(row.organizationId);
  for (const key of ticketKeys) {
    if (expected[key] === row[key] || (waits !== undefined && planned.has(key))) continue;
    const [should, is] = unspoken.has(key) ? ['…', '…'] : [String(expected[key]), String(row[key])];
    found.add({ what: 'row', id: ticketId, column: key, expected: should, found: is });
  }
  if (statements.of<[number], unknown>('SELECT 1 FROM ticket_text WHERE rowid = ?').get(row.newest) === undefined) {
    found.add({ what: 'search', id: ticketId, column: null, expected: 'words', found: 'none' });
  }
  return expected;
}

function nameOf(key: CounterKey): string {
  return `${key.organizationId} ${key.sensitive} ${key.view} ${key.assigneeId}`;
}

/** Streams of the log that belong to tickets, in steps: every stream that is no configured thing. */
function* ticketIds({ statements }: ReadContext): Generator<string> {
  const step = statements.of<[string, number], { id: string }>(
    `SELECT stream_id AS id FROM event WHERE stream_id > ? GROUP BY stream_id ORDER BY stream_id LIMIT ?`,
  );
  const isConfig = statements.of<[string], unknown>('SELECT 1 FROM config_entity WHERE id = ?');
  for (let after = ''; ;) {
    const ids = step.all(after, STEP);
    for (const { id } of ids) if (isConfig.get(id) === undefined) yield id;
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

function compareCounters({ statements }: ReadContext, expected: ReadonlyMap<string, number>, found: Findings): void {
  const rows = statements
    .of<[], { name: string; n: number }>(
      `SELECT organization_id || ' ' || sensitive || ' ' || view || ' ' || assignee_id AS name, n FROM queue_counter`,
    )
    .all();
  const kept = new Map(rows.map(({ name, n }) => [name, n]));
  for (const name of new Set([...expected.keys(), ...kept.keys()])) {
    const [should, is] = [expected.get(name) ?? 0, kept.get(name) ?? 0];
    if (should !== is)
      found.add({ what: 'counter', id: name, column: 'n', expected: String(should), found: String(is) });
  }
}

function compareTotals({ statements }: ReadContext, tickets: number, found: Findings): void {
  const count = (table: string): number =>
    statements.of<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  const rows = count('ticket');
  // A row whose log is gone altogether is met only by counting.
  if (rows !== tickets)
    found.add({ what: 'row', id: null, column: null, expected: String(tickets), found: String(rows) });
  const searched = count('ticket_text_docsize');
  if (searched !== tickets) {
    found.add({ what: 'search', id: null, column: null, expected: String(tickets), found: String(searched) });
  }
}

/** Folds the whole log again and holds everything derived against it; then the audit's chain and the file's own structure. */
export const verify: Query<'verify'> = (_input, context) => {
  const found = new Findings();
  const counters = new Map<string, number>();
  let tickets = 0;
  for (const id of ticketIds(context)) {
    const row = compareRow(context, id, found);
    if (row === null) continue;
    tickets += 1;
    for (const key of viewsOf(row)) counters.set(nameOf(key), (counters.get(nameOf(key)) ?? 0) + 1);
  }
  compareTotals(context, tickets, found);
  compareCounters(context, counters, found);
  const brokenAt = verifyAudit(context.db);
  if (brokenAt !== null) found.add({ what: 'audit', id: String(brokenAt), column: null, expected: null, found: null });
  const check = context.db.pragma('quick_check', { simple: true });
  if (check !== 'ok') found.add({ what: 'database', id: null, column: null, expected: 'ok', found: null });
  const events = context.statements.of<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? 0;
  const report: VerifyReport = { events, tickets, differences: found.count, first: found.first };
  return success(report);
};
