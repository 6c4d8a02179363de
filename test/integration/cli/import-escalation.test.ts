import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '../../../src/preload/contract/values.ts';
import { HOUR, people, T0 } from '../../support/centre.ts';
import { importInto } from '../../support/import-into.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const header = 'Number,Type,Opened,State,Due,Team';
const mapping = (name: string, profile: Profile, overdue: 'live' | 'history'): unknown => ({
  organization: { name, profile, timezone: 'UTC' },
  columns: {
    number: 'Number',
    subject: 'Type',
    category: 'Type',
    created: 'Opened',
    status: 'State',
    due: 'Due',
    team: 'Team',
  },
  dates: { form: 'yyyy-MM-dd HH:mm' },
  statuses: { Open: { status: 'open' } },
  policies: { by: 'category', from: 'learn' },
  overdue,
});
/** The import is at 08:00: of these two the first is overdue by then, the second is due half an hour later. */
const overdueAndSoon = (prefix: string): string => `${header}
${prefix}-1,Water,2026-03-01 07:00,Open,2026-03-02 07:00,Pipes
${prefix}-2,Water,2026-03-01 08:30,Open,2026-03-02 08:30,Pipes
`;

describe('an organization that an import makes', () => {
  let desk: StoreDesk;
  beforeAll(async () => {
    desk = await StoreDesk.start('import-escalation');
  });
  afterAll(() => desk.close());

  const levels = async (prefix: string): Promise<Record<string, string>> => {
    const { rows } = unwrap(await desk.read('list-tickets', { limit: 1000 }, people.administrator));
    return Object.fromEntries(
      rows
        .filter(({ number }) => number.startsWith(prefix))
        .map(({ number, status, level }) => [number, `${status} ${level}`]),
    );
  };
  const rules = async (organization: string): Promise<unknown[]> => {
    const { entities } = unwrap(await desk.read('config', {}, null));
    const made = entities.flatMap((e) => (e.kind === 'organization_saved' && e.value.name === organization ? [e] : []));
    return entities.flatMap((e) =>
      e.kind === 'rule_published' && e.value.organizationId === made[0]?.value.id
        ? [[e.value.level, e.value.trigger.kind, e.value.target, e.value.publishedAt]]
        : [],
    );
  };
  const told = async (): Promise<string[]> =>
    unwrap(await desk.read('notifications', {}, people.administrator)).items.map(({ number }) => number);

  test('gets the default rule of a municipality, reported before and after it is there', async () => {
    const municipal = mapping('Live City', 'municipal', 'live');
    const dry = await importInto(desk, municipal, overdueAndSoon('L'), { dryRun: true });
    expect(dry.rules_made).toBe(1);
    expect((await importInto(desk, municipal, overdueAndSoon('L'))).rules_made).toBe(1);
    expect(await rules('Live City')).toEqual([[1, 'resolution_breach', { kind: 'team_manager' }, T0]]);
    const again = await importInto(desk, municipal, overdueAndSoon('M'));
    expect(again).toMatchObject({ rules_made: 0, imported: 2 });
    expect(await rules('Live City')).toHaveLength(1);
  });

  test('escalates what falls due after the import, live or history, and nothing that was overdue before its rule was there', async () => {
    await importInto(desk, mapping('Past City', 'municipal', 'history'), overdueAndSoon('H'));
    await desk.wakesAt(T0 + HOUR / 4);
    for (const prefix of ['L', 'M', 'H'])
      expect(await levels(prefix)).toEqual({ [`${prefix}-1`]: 'open 0', [`${prefix}-2`]: 'open 0' });
    await desk.wakesAt(T0 + HOUR);
    for (const prefix of ['L', 'M', 'H'])
      expect(await levels(prefix)).toEqual({ [`${prefix}-1`]: 'open 0', [`${prefix}-2`]: 'escalated 1' });
    expect(await told()).toContain('L-2');
    expect(await told()).not.toContain('H-1');
    expect(await desk.differences()).toEqual([]);
  });

  test('of a hospital tells the department’s manager at the deadline and the head a day later, once somebody is either', async () => {
    const report = await importInto(desk, mapping('New Ward', 'hospital', 'live'), overdueAndSoon('W'));
    expect(report.rules_made).toBe(3);
    expect((await rules('New Ward')).map((rule) => (rule as unknown[]).slice(0, 3))).toEqual([
      [1, 'resolution_breach', { kind: 'role', role: 'department_manager' }],
      [2, 'reminder', { kind: 'role', role: 'hospital_admin' }],
      [3, 'resolution_breach', { kind: 'role', role: 'ceo' }],
    ]);
    await desk.wakesAt(T0 + 30 * HOUR);
    const { awaiting_target: awaiting } = unwrap(await desk.read('status-report', {}, null));
    expect(awaiting).toBeGreaterThanOrEqual(1);
  });
});
