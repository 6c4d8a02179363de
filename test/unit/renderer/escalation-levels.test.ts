import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RuleHolder, RulesPreview } from '../../../src/preload/contract/escalation.ts';
import type { NotFired } from '../../../src/preload/contract/explain-rules.ts';
import type { Words } from '../../../src/renderer/features/admin/describe/words.ts';
import { holdersText, namesOf } from '../../../src/renderer/features/admin/escalation/holder-text.ts';
import {
  exchanged,
  levelsOf,
  newRule,
  type Rule,
  type RuleView,
} from '../../../src/renderer/features/admin/escalation/levels.ts';
import { reasonText } from '../../../src/renderer/features/admin/escalation/reason-text.ts';
import { describeRules } from '../../../src/renderer/features/admin/escalation/rules-told.ts';
import { adminAr } from '../../../src/renderer/i18n/ar/admin.ts';
import { ar } from '../../../src/renderer/i18n/ar.ts';
import { adminEn } from '../../../src/renderer/i18n/en/admin.ts';
import { en } from '../../../src/renderer/i18n/en.ts';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 2, 8);
const i18n = createInstance();
const marks = /[\u2066-\u2069]/gu;

beforeAll(async () => {
  await i18n.init({
    lng: 'en',
    resources: { en: { translation: { ...en, ...adminEn } }, ar: { translation: { ...ar, ...adminAr } } },
    interpolation: { escapeValue: false },
  });
});

function given(language: 'en' | 'ar' = 'en') {
  const t = i18n.getFixedT(language);
  const words: Words = { t, name: (_kind, id) => id, list: (parts) => parts.join(', ') };
  const names = namesOf(t, (id) => id ?? 'nobody', new Map([['roads', 'Roads']]));
  return { ...words, names };
}

function rule(id: string, level: number, parts: Partial<Rule> = {}): RuleView {
  const value: Rule = { ...newRule('city', []), ruleId: id, level, ...parts };
  return { id, value, basedOn: null, state: 'published', versions: [] };
}

describe('the levels of a matrix', () => {
  const views = [rule('c', 3), rule('a', 1), rule('b', 1), rule('d', 7)];

  test('stand in their order, rules of one level together', () => {
    expect(levelsOf(views).map(({ level, rules }) => [level, rules.map(({ id }) => id)])).toEqual([
      [1, ['a', 'b']],
      [3, ['c']],
      [7, ['d']],
    ]);
  });

  test('change places as a whole, and no number is lost', () => {
    const moved = exchanged(levelsOf(views), 1, -1);
    expect(moved.map(({ view, level }) => [view.id, level])).toEqual([
      ['c', 1],
      ['a', 3],
      ['b', 3],
    ]);
    expect(exchanged(levelsOf(views), 0, -1)).toEqual([]);
    expect(exchanged(levelsOf(views), 2, 1)).toEqual([]);
  });

  test('a new rule comes one above the highest, and first of all at the deadline itself', () => {
    expect(newRule('city', levelsOf(views))).toMatchObject({ level: 8, organizationId: 'city', active: true });
    expect(newRule('city', [])).toMatchObject({ level: 1, trigger: { hours: 0 } });
  });
});

describe('who a rule names today', () => {
  const say = (...holders: RuleHolder[]) =>
    holdersText(holders, given().names).map(({ text, isEmpty }) => [text.replaceAll(marks, ''), isEmpty]);
  const one = (parts: Partial<RuleHolder>): RuleHolder => ({
    teamId: null,
    userId: null,
    standsInForId: null,
    vacancy: null,
    ...parts,
  });

  test('is told with whom they stand in for', () => {
    expect(say(one({ userId: 'Ann' }))).toEqual([['Today Ann', false]]);
    expect(say(one({ userId: 'Ann', standsInForId: 'Ben' }))).toEqual([['Today Ann, who stands in for Ben', false]]);
  });

  test('is nobody in words', () => {
    expect(say(one({ vacancy: { why: 'nobody_has_role', people: [] } }))).toEqual([
      ['Today nobody: nobody holds this role', true],
    ]);
    const away = { userId: 'Ben', standing: 'away', awayUntil: T0, coverUserId: 'Ann' } as const;
    expect(say(one({ vacancy: { why: 'nobody_available', people: [away] } }))).toEqual([
      ['Today nobody: Ben is away until 2026-03-02 08:00, and Ann, who stands in, is not there either', true],
    ]);
  });

  test('is counted for teams, and those without anybody are named', () => {
    const empty = one({ teamId: 'roads', vacancy: { why: 'no_manager', people: [] } });
    expect(say(one({ teamId: 'a', userId: 'Ann' }), one({ teamId: 'b', userId: 'Ben' }), empty)).toEqual([
      ['Today there is somebody for each of 2 teams', false],
      ['Roads: nobody, the team has no manager', true],
    ]);
    expect(say()).toEqual([['Today nobody: the organization has no teams', true]]);
  });
});

describe('a preview in lines', () => {
  const will = (at: number, toUserId: string) =>
    ({
      kind: 'will',
      at,
      startAt: null,
      outcome: 'fires',
      toUserId,
      byLevel: null,
      vacancy: null,
      heldUntil: null,
      isDue: false,
    }) as const;
  const preview: Extract<RulesPreview, { kind: 'preview' }> = {
    kind: 'preview',
    ticketId: 't',
    number: 'WK-1',
    subject: 's',
    status: 'open',
    level: 0,
    assigneeId: null,
    nowAt: T0,
    moments: [
      { kind: 'reminder', at: T0 + 24 * HOUR, isSent: true },
      { kind: 'breach', at: T0 + 48 * HOUR, target: 'resolution' },
    ],
    rules: [
      { ruleId: 'a', level: 1, standing: will(T0 + 48 * HOUR, 'Ann') },
      { ruleId: 'b', level: 2, standing: will(T0 + 36 * HOUR, 'Ben') },
      { ruleId: 'c', level: 3, standing: { kind: 'will_not', reason: { why: 'past_highest', highest: 2 } } },
      {
        ruleId: 'd',
        level: 4,
        standing: { kind: 'fired', at: T0, noticedAt: T0, eventId: 'e', toUserId: 'Cy', formerAssigneeId: null },
      },
    ],
  };

  test('stands in the order in which it comes, a breach before the rule that counts from it', () => {
    const rules = new Map([['b', rule('b', 2, { trigger: { kind: 'reminder', hours: 12, elapsed: false } }).value]]);
    const { ahead, past, not } = describeRules(preview, rules, given());
    const texts = (told: typeof ahead) => told.map(({ text }) => text.replaceAll(marks, ''));
    expect(texts(ahead)).toEqual([
      'Reminder',
      'Level 2: goes to Ben',
      'Deadline missed: Resolution',
      'Level 1: goes to Ann',
    ]);
    expect(ahead[1]?.detail.replaceAll(marks, '')).toContain('12 h');
    expect(texts(past)).toEqual(['Level 4: went to Cy']);
    expect(texts(not)).toEqual(['Level 3: the ticket’s policy ends at level 2']);
  });
});

describe('why a rule does not act', () => {
  const reasons: NotFired[] = [
    { why: 'ended', status: 'resolved' },
    { why: 'duplicate' },
    { why: 'inactive' },
    { why: 'condition', fields: [{ field: 'severity', wants: 'critical', has: 'low' }] },
    { why: 'past_highest', highest: 3 },
    { why: 'not_above', level: 2 },
    { why: 'not_above_then', level: 2, at: T0 },
    { why: 'level_acted', at: null },
    { why: 'level_acted', at: T0 },
    { why: 'stepped_down', level: 3, at: T0 },
    { why: 'not_creation', cycleStartedAt: T0 },
    ...(['none', 'paused', 'met', 'ended', 'breached'] as const).map((clock): NotFired => ({
      why: 'not_breached',
      target: 'response',
      clock,
      none: null,
    })),
    ...(['policy_has_none', 'missed', 'nobody', 'stands_still', 'none_comes'] as const).map((because): NotFired => ({
      why: 'no_reminder_sent',
      because,
    })),
    { why: 'acted_on', reminderAt: T0, at: T0, actorId: null, action: 'noted' },
    { why: 'published_later', at: T0, publishedAt: T0 },
    { why: 'imported_history', at: T0, historyUntil: T0 },
    { why: 'calendar_not_received' },
    { why: 'unusable' },
    { why: 'not_foreseen' },
  ];

  test.each(['en', 'ar'] as const)('is said in words, each in its own (%s)', (language) => {
    const texts = reasons.map((reason) => reasonText(reason, given(language)));
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).not.toMatch(/escalation\.|\{\{|undefined/u);
  });

  test('a condition names what the ticket has and what was wanted', () => {
    const [, , , condition = { why: 'inactive' }] = reasons;
    expect(reasonText(condition, given()).replaceAll(marks, '')).toBe('Severity is Low and not Critical');
  });
});
