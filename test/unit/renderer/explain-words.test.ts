import * as fc from 'fast-check';
import { createInstance, type i18n } from 'i18next';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/main/domain/explain/explain.ts';
import type { NotFired, RuleStanding, Vacancy } from '../../../src/preload/contract/explain-rules.ts';
import type { TellingStanding } from '../../../src/preload/contract/explain-tellings.ts';
import type { Change, Derived } from '../../../src/preload/contract/explain.ts';
import { changeText, withoutEffectText } from '../../../src/renderer/features/explain/change-texts.ts';
import { clockSentence, headline, stretchText } from '../../../src/renderer/features/explain/clock-texts.ts';
import {
  calendarText,
  lostText,
  policyName,
  policyTitle,
  sinceText,
  todayTexts,
} from '../../../src/renderer/features/explain/policy-texts.ts';
import {
  climbText,
  nextClimbText,
  requestDue,
  requestName,
} from '../../../src/renderer/features/explain/request-texts.ts';
import { escalationTitle, ruleName, ruleText } from '../../../src/renderer/features/explain/rule-texts.ts';
import { exactSpan } from '../../../src/renderer/features/explain/span-text.ts';
import { tellingName, tellingText } from '../../../src/renderer/features/explain/telling-texts.ts';
import { createWords, type Words } from '../../../src/renderer/features/explain/words.ts';
import { zonedAfter, zonedInstant } from '../../../src/renderer/features/explain/zoned.ts';
import { ar } from '../../../src/renderer/i18n/ar.ts';
import { explainAr } from '../../../src/renderer/i18n/ar/explain.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { explainEn } from '../../../src/renderer/i18n/en/explain.ts';
import { acts } from '../../support/acts.ts';
import { busyCentre, centre, creation, Desk, deskWithTicket, HOUR, people, T0, uid } from '../../support/centre.ts';
import { derivedOf } from '../../support/derived.ts';

const texts = { en: { ...en, ...explainEn }, ar: { ...ar, ...explainAr } };
const languages = ['en', 'ar'] as const;

async function speaking(language: (typeof languages)[number]): Promise<i18n> {
  const instance = createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts[language] } },
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string) => {
      throw new Error(`a value is missing in “${text}”`);
    },
  });
  return instance;
}
const spoken = { en: await speaking('en'), ar: await speaking('ar') };

const names = {
  organizations: new Map(),
  teams: new Map(),
  users: new Map(
    Object.entries(people).map(([displayName, id]) => [
      id,
      { id, displayName, active: true, organizationIds: [], clearedFor: [] },
    ]),
  ),
};
const wordsIn = (language: (typeof languages)[number]): Words =>
  createWords(spoken[language].t, 'Africa/Johannesburg', names);
/** Without the marks that keep names and dates in their own direction. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/gu, '');

/** All that the panel says of a derivation. */
function everything(derived: Derived, words: Words): string[] {
  const { policy, targets, tellings, rules, explanations, changes, withoutEffect, nowAt } = derived;
  return [
    headline(derived, words),
    escalationTitle(derived, words),
    policyTitle(policy, words),
    sinceText(policy, words) ?? '',
    words.t(`explain.policy.why.${policy.why}`),
    ...(policy.today === null ? [] : todayTexts(policy.today, words)),
    ...policy.others.flatMap((other) => [policyName(other.policy, words), lostText(other.lost, words)]),
    ...targets.flatMap((part) => [
      clockSentence(part, nowAt, words),
      ...(part.reckoning?.stretches.map((row) => stretchText(row, words)) ?? []),
      ...(part.reckoning === null ? [] : [calendarText(part.reckoning.calendar, words)]),
    ]),
    ...tellings.flatMap((part) => [
      tellingName(part, words),
      ...Object.values(tellingText(part.at, part.standing, words)),
    ]),
    ...rules.flatMap((rule) => [ruleName(rule, words), ...Object.values(ruleText(rule.standing, words))]),
    ...explanations.flatMap((part) => [
      requestName(part, words),
      requestDue(part, words),
      nextClimbText(part, words),
      ...part.climbed.map((climb) => climbText(climb, words)),
    ]),
    ...changes.map((change) => changeText(change, words)),
    ...withoutEffect.map((each) => withoutEffectText(each, words)),
  ];
}

/** A key that has no text is shown as itself. */
function wordless(said: readonly string[]): string[] {
  return said.filter((text) => /explain\.|\{\{|undefined|null/u.test(text));
}

describe.each(languages)('in %s', (language) => {
  const words = wordsIn(language);

  test('everything that can be derived of a ticket has its words', () => {
    const config = busyCentre();
    const someLife = fc.array(
      fc.record({ minutes: fc.integer({ min: 0, max: 2000 }), act: fc.constantFrom(...acts) }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(someLife, (life) => {
        const desk = new Desk(config);
        desk.does(creation());
        for (const { minutes, act } of life) desk.at(desk.nowAt + minutes * 60_000).does(act(desk.log, config));
        const told = explain(desk.state, desk.log, config, desk.nowAt + HOUR);
        fc.pre(told.kind === 'derived');
        expect(wordless(everything(told, words))).toEqual([]);
      }),
      { numRuns: process.env['WATCHKEEPER_FULL'] === '1' ? 2_000 : 60 },
    );
  });

  const vacancies: readonly Vacancy[] = [
    ...(['no_team', 'no_manager', 'nobody_has_role', 'unknown_target'] as const).map((why) => ({ why, people: [] })),
    {
      why: 'nobody_available',
      people: [
        { userId: people.ceo, standing: 'inactive', awayUntil: null, coverUserId: null },
        { userId: people.ceo, standing: 'unknown', awayUntil: null, coverUserId: null },
        { userId: people.ceo, standing: 'away', awayUntil: T0, coverUserId: null },
        { userId: people.ceo, standing: 'away', awayUntil: T0, coverUserId: people.agent },
      ],
    },
  ];
  const reasons: readonly NotFired[] = [
    { why: 'duplicate' },
    { why: 'unusable' },
    { why: 'calendar_not_received' },
    { why: 'not_foreseen' },
    { why: 'ended', status: 'closed' },
    { why: 'condition', fields: [{ field: 'category', wants: 'water', has: '' }] },
    { why: 'level_acted', at: null },
    { why: 'level_acted', at: T0 },
    { why: 'stepped_down', level: 3, at: T0 },
    { why: 'not_creation', cycleStartedAt: T0 },
    { why: 'published_later', at: T0, publishedAt: T0 + HOUR },
    { why: 'imported_history', at: T0, historyUntil: T0 },
    { why: 'acted_on', reminderAt: T0, at: T0, actorId: null, action: 'something new' },
    ...(['policy_has_none', 'missed', 'nobody', 'stands_still', 'none_comes'] as const).map((because): NotFired => ({
      why: 'no_reminder_sent',
      because,
    })),
    ...(['paused', 'met', 'ended', 'breached'] as const).map((clock): NotFired => ({
      why: 'not_breached',
      target: 'response',
      clock,
      none: null,
    })),
  ];
  const noticed = { noticedAt: T0 + HOUR, eventId: uid(1) };
  const will = {
    kind: 'will',
    at: T0,
    startAt: T0,
    toUserId: people.ceo,
    byLevel: null,
    vacancy: null,
    heldUntil: null,
    isDue: false,
  } as const;
  const standings: readonly RuleStanding[] = [
    ...reasons.map((reason): RuleStanding => ({ kind: 'will_not', reason })),
    ...vacancies.flatMap((vacancy): RuleStanding[] => [
      { kind: 'waiting', at: T0, ...noticed, vacancy, heldUntil: null },
      { ...will, outcome: 'nobody', toUserId: null, vacancy },
    ]),
    { kind: 'waiting', at: T0, ...noticed, vacancy: null, heldUntil: T0 },
    { kind: 'fired', at: T0, ...noticed, toUserId: people.ceo, formerAssigneeId: null },
    { kind: 'held', at: T0, ...noticed, userId: null },
    { kind: 'overtaken', at: T0, ...noticed, byLevel: null },
    { kind: 'overtaken', at: T0, ...noticed, byLevel: 3 },
    { ...will, outcome: 'fires' },
    { ...will, outcome: 'fires', isDue: true },
    { ...will, outcome: 'fires', heldUntil: T0 },
    { ...will, outcome: 'fires', startAt: T0 - HOUR },
    { ...will, outcome: 'held' },
    { ...will, outcome: 'overtaken' },
    { ...will, outcome: 'overtaken', byLevel: 2 },
  ];
  test('every way in which a rule can stand has its words', () => {
    expect(wordless(standings.flatMap((standing) => Object.values(ruleText(standing, words))))).toEqual([]);
  });

  const seats = (['assignee', 'team_manager', 'owes', 'asked'] as const).flatMap((seat) =>
    (['reached', 'empty', 'no_team', 'inactive', 'may_not_see', 'unknown'] as const).map((standing, n) => ({
      seat,
      userId: n % 2 === 0 ? null : people.agent,
      standing,
    })),
  );
  const tellings: readonly TellingStanding[] = [
    { kind: 'sent', ...noticed, to: [people.agent] },
    { kind: 'nobody', ...noticed, seats },
    ...(['breach', 'reminder', 'due'] as const).map((kind): TellingStanding => ({
      kind: 'missed',
      ...noticed,
      behind: { kind, at: T0 },
    })),
    { kind: 'missed', ...noticed, behind: null },
    ...(['sent', 'missed', 'nobody'] as const).flatMap((outcome): TellingStanding[] =>
      [true, false].map((isDue) => ({ kind: 'will_come', outcome, to: [people.ceo], seats, isDue })),
    ),
    { kind: 'stands_still', resumedAt: null },
    { kind: 'stands_still', resumedAt: T0 },
    ...(
      [
        'policy_has_none',
        'no_clock',
        'not_before_deadline',
        'imported_history',
        'answered_before',
        'deadline_passed',
        'ended',
        'not_foreseen',
      ] as const
    ).map((why): TellingStanding => ({ kind: 'will_not', why })),
  ];
  test('every way in which a warning or reminder can stand has its words', () => {
    expect(wordless(tellings.flatMap((standing) => Object.values(tellingText(T0, standing, words))))).toEqual([]);
  });

  test('everything that would change it has its words', () => {
    const changes: readonly Change[] = [
      { code: 'let_a_desk_run', sinceAt: T0 },
      { code: 'reply_before', target: 'next_response', at: T0 },
      { code: 'resolve_before', at: T0 },
      { code: 'reply_now', target: 'response' },
      { code: 'resolve_now' },
      { code: 'leave_status', status: 'pending', target: 'resolution', at: null },
      { code: 'leave_status', status: 'pending', target: 'resolution', at: T0 },
      { code: 'act_before', level: 2, at: T0 },
      { code: 'acknowledge', level: 2, at: T0 },
      ...(
        [
          { kind: 'team_manager', teamId: null },
          { kind: 'team_manager', teamId: uid(1) },
          { kind: 'role', role: 'ceo' },
          { kind: 'user', userId: people.ceo },
          { kind: 'unknown' },
        ] as const
      ).map((target): Change => ({ code: 'name_holder', level: 1, target })),
      { code: 'name_recipient' },
      { code: 'reapply', policy: 'P', dueAt: null },
      { code: 'reapply', policy: 'P', dueAt: T0 },
    ];
    expect(wordless(changes.map((change) => changeText(change, words)))).toEqual([]);
  });

  test('a shortened list of stretches has its words, whatever the number', () => {
    const span = { fromAt: T0, untilAt: T0 + HOUR, openMs: HOUR, closedMs: 0 };
    const rows = [0, 1, 2, 3, 11, 100].flatMap((count) => [
      stretchText({ kind: 'run', ...span, openings: count, eachMs: null }, words),
      stretchText({ kind: 'run', ...span, openings: count, eachMs: HOUR }, words),
      stretchText({ kind: 'summed', ...span, rows: count, pausedMs: 0, pausedOpenMs: 0 }, words),
    ]);
    const closed = (['weekly_hours', 'date_override', 'holiday', 'break', 'round_the_clock'] as const).map((because) =>
      stretchText(
        {
          kind: 'closed',
          fromAt: T0,
          untilAt: T0 + 1,
          ms: 1,
          because,
          days: [
            { date: '2026-03-02', name: 'Feast' },
            { date: '2026-03-03', name: null },
          ],
        },
        words,
      ),
    );
    const changes = [HOUR, -HOUR].map((byMs) => stretchText({ kind: 'clock_change', at: T0, byMs }, words));
    expect(wordless([...rows, ...closed, ...changes])).toEqual([]);
  });
});

describe('in English', () => {
  const words = wordsIn('en');
  test('the first sentence says when and why', () => {
    const config = centre();
    const said = plain(headline(derivedOf(deskWithTicket(config), config), words));
    expect(said).toBe('Due Mon 2026-03-02 14:00, because 4 h end then.');
  });

  test('instants are those of the organization, whatever zone the machine is in', () => {
    const { t } = spoken.en;
    expect(plain(zonedInstant(t, T0, 'Africa/Johannesburg'))).toBe('Mon 2026-03-02 10:00');
    expect(plain(zonedInstant(t, T0 + 14 * HOUR, 'Asia/Riyadh'))).toBe('Tue 2026-03-03 01:00');
    expect(plain(zonedInstant(t, T0 + 5_000, 'UTC'))).toBe('Mon 2026-03-02 08:00:05');
    expect(plain(zonedAfter(t, T0 + HOUR, T0, 'UTC'))).toBe('09:00');
    expect(plain(zonedAfter(t, T0 + 24 * HOUR, T0, 'UTC'))).toBe('Tue 2026-03-03 08:00');
  });

  test.each([
    [0, '0 min'],
    [24 * HOUR, '24 h'],
    [168 * HOUR + 60_000, '168 h 1 min'],
    [HOUR + 61_000, '1 h 1 min 1 s'],
    [HOUR + 1_000, '1 h 1 s'],
    [61_000, '1 min 1 s'],
    [59_000, '59 s'],
    [120_000, '2 min'],
  ])('%d ms are %s', (ms, text) => {
    expect(exactSpan(spoken.en.t, ms)).toBe(text);
  });
});
