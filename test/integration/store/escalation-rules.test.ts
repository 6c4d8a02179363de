import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigChange } from '../../../src/preload/contract/configuration.ts';
import { escalationRulesOutput, rulesPreview } from '../../../src/preload/contract/escalation.ts';
import { any, city, hospital, HOUR, people, rule, T0 } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
let number = '';
let sensitiveNumber = '';

beforeAll(async () => {
  desk = await StoreDesk.start('escalation-rules');
  ({ number } = await desk.creates({ assigneeId: people.agent }));
  const marked = await desk.creates({ subject: 'unspeakable' });
  sensitiveNumber = marked.number;
  await desk.does({ kind: 'mark_sensitive', input: { ticketId: marked.ticketId } });
});
afterAll(() => desk.close());

/** The city's one rule, as a draft has it. */
function draft(parts: Partial<Extract<ConfigChange, { kind: 'rule' }>['value']> = {}): ConfigChange {
  const { id: _id, publishedAt: _publishedAt, ...value } = rule(31);
  return { kind: 'rule', basedOn: null, value: { ...value, ...parts } };
}
const rules = (changes: readonly ConfigChange[], viewerId: string | null, organizationId = city) =>
  desk.read('escalation-rules', { organizationId, changes }, viewerId);
const preview = (changes: readonly ConfigChange[], viewerId: string | null, of = number, organizationId = city) =>
  desk.read('preview-rules', { organizationId, changes, number: of }, viewerId);

describe('the rules of an organization as a draft would have them', () => {
  test('tell whom each names today, and what is odd about rules that nobody has touched', async () => {
    const found = escalationRulesOutput.parse(unwrap(await rules([], people.administrator)));
    expect(found).toMatchObject({ rules: [{ holders: [{ userId: people.manager }] }], problems: [] });
    const empty = draft({ target: { kind: 'role', role: 'px_admin' } });
    const { rules: told, problems } = unwrap(await rules([empty], people.administrator));
    expect(told[0]?.holders).toMatchObject([{ userId: null, vacancy: { why: 'nobody_has_role' } }]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'ROLE_WITHOUT_HOLDER', path: 'target.role' }]);
  });

  test('are seen by who configures or proposes for it, and by nobody else', async () => {
    for (const userId of [people.administrator, people.hospitalAdmin, people.ceo])
      expect(codeOf(await rules([draft({ level: 2 })], userId))).toBe('ok');
    for (const userId of [people.agent, people.supervisor, people.auditor, null])
      expect(codeOf(await rules([], userId))).toBe('ACCESS_DENIED');
  });
});

describe('the preview on a ticket', () => {
  test('is found by its number and reckoned with the rules of the draft', async () => {
    const changed = draft({ trigger: { kind: 'resolution_breach', hours: 3, elapsed: false } });
    const told = rulesPreview.parse(
      unwrap(await preview([changed], people.hospitalAdmin, ` ${number.toLowerCase()} `)),
    );
    expect(told).toMatchObject({
      kind: 'preview',
      number,
      rules: [{ level: 1, standing: { kind: 'will', at: T0 + 27 * HOUR, toUserId: people.manager } }],
    });
    expect(unwrap(await preview([], people.hospitalAdmin))).toMatchObject({
      rules: [{ standing: { kind: 'will', at: T0 + 24 * HOUR } }],
    });
  });

  test('of a condition that does not hold says so', async () => {
    const told = unwrap(await preview([draft({ conditions: { ...any, severity: 'critical' } })], people.hospitalAdmin));
    expect(told).toMatchObject({ rules: [{ standing: { kind: 'will_not', reason: { why: 'condition' } } }] });
  });

  test('is for who configures and sees the ticket; one that may not be seen is not there', async () => {
    expect(codeOf(await preview([], people.agent))).toBe('ACCESS_DENIED');
    expect(codeOf(await preview([], people.supervisor))).toBe('ACCESS_DENIED');
    expect(codeOf(await preview([], null))).toBe('ACCESS_DENIED');
    // Configures, and sees no ticket.
    expect(codeOf(await preview([], people.administrator))).toBe('NOT_FOUND');
    expect(codeOf(await preview([], people.hospitalAdmin, 'WK-NONE-1'))).toBe('NOT_FOUND');
    expect(codeOf(await preview([], people.hospitalAdmin, sensitiveNumber))).toBe('NOT_FOUND');
    expect(codeOf(await preview([], people.hospitalAdmin, number, hospital))).toBe('NOT_FOUND');
  });

  test('leaves the store as it was', async () => {
    const before = await desk.differences();
    await preview([draft({ level: 2 })], people.hospitalAdmin);
    expect(await desk.differences()).toEqual(before);
  });
});
