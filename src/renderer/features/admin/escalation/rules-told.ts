import type { RulesPreview } from '../../../../preload/contract/escalation.ts';
import type { RuleStanding } from '../../../../preload/contract/explain-rules.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { triggerText } from '../describe/rule.ts';
import type { Words } from '../describe/words.ts';
import { vacancyText, type Names } from './holder-text.ts';
import type { Rule } from './levels.ts';
import { reasonText } from './reason-text.ts';

/** One line of the preview. `tone`: what the eye is led to. */
export type Told = {
  key: string;
  at: number | null;
  text: string;
  detail: string;
  tone: 'acts' | 'nobody' | 'moment' | 'quiet';
};

type Preview = Extract<RulesPreview, { kind: 'preview' }>;
type Moment = Preview['moments'][number];
type Given = Words & { names: Names };
type Will = Extract<RuleStanding, { kind: 'will' }>;
type Line = Pick<Told, 'text' | 'detail' | 'tone'>;

function momentTold(moment: Moment, { t }: Given): Told {
  const key = `${moment.kind} ${moment.at} ${moment.kind === 'breach' ? moment.target : ''}`;
  const text =
    moment.kind === 'breach'
      ? t('escalation.preview.breach', { target: t(`sla.${moment.target}`) })
      : t(moment.isSent ? 'escalation.preview.reminder' : 'escalation.preview.reminderUnsent');
  return { key, at: moment.at, text, detail: '', tone: 'moment' };
}

const ahead: { readonly [O in Will['outcome']]: (will: Will, level: number, given: Given) => Line } = {
  fires: ({ toUserId }, level, { t, names }) => ({
    text: t('escalation.preview.fires', { level, name: names.person(toUserId) }),
    detail: '',
    tone: 'acts',
  }),
  held: ({ toUserId }, level, { t, names }) => ({
    text: t('escalation.preview.held', { level, name: names.person(toUserId) }),
    detail: '',
    tone: 'quiet',
  }),
  overtaken: ({ byLevel }, level, { t }) => ({
    text: t('escalation.preview.overtaken', { level, by: byLevel ?? '' }),
    detail: '',
    tone: 'quiet',
  }),
  nobody: ({ vacancy }, level, { t, names }) => ({
    text: t('escalation.preview.nobody', { level }),
    detail: vacancy === null ? '' : vacancyText(vacancy, names),
    tone: 'nobody',
  }),
};

function joined(parts: readonly string[], { t }: Given): string {
  return parts.filter((part) => part !== '').join(t('escalation.preview.between'));
}

function willTold(will: Will, level: number, rule: Rule | undefined, given: Given): Line {
  const { t } = given;
  const line = ahead[will.outcome](will, level, given);
  const why = rule === undefined ? '' : triggerText(rule, given);
  const held = will.heldUntil === null ? '' : t('escalation.preview.heldBack', { at: formatInstant(will.heldUntil) });
  const due = will.isDue ? t('escalation.preview.due') : '';
  return { ...line, detail: joined([why, held, due, line.detail], given) };
}

/** What became of a rule in this cycle. */
function pastLine(standing: Exclude<RuleStanding, { kind: 'will' | 'will_not' }>, level: number, given: Given): Line {
  const { t, names } = given;
  switch (standing.kind) {
    case 'fired': {
      const text = t('escalation.preview.fired', { level, name: names.person(standing.toUserId) });
      return { text, detail: '', tone: 'acts' };
    }
    case 'held': {
      const text = t('escalation.preview.wasHeld', { level, name: names.person(standing.userId) });
      return { text, detail: '', tone: 'quiet' };
    }
    case 'overtaken': {
      const text = t('escalation.preview.wasOvertaken', { level, by: standing.byLevel ?? '' });
      return { text, detail: '', tone: 'quiet' };
    }
    case 'waiting': {
      const detail = standing.vacancy === null ? '' : vacancyText(standing.vacancy, names);
      return { text: t('escalation.preview.waiting', { level }), detail, tone: 'nobody' };
    }
  }
}

/**
 * A preview in lines: what comes in its order, what has come, and what does not.
 * @param rules  as the draft has them, by id
 */
export function describeRules(
  { moments, rules: found }: Preview,
  rules: ReadonlyMap<string, Rule>,
  given: Given,
): { ahead: Told[]; past: Told[]; not: Told[] } {
  const { t } = given;
  const told = found.map(({ ruleId, level, standing }) => ({ key: ruleId, level, standing, rule: rules.get(ruleId) }));
  const will = told.flatMap(({ key, level, standing, rule }): Told[] =>
    standing.kind === 'will' ? [{ key, at: standing.at, ...willTold(standing, level, rule, given) }] : [],
  );
  return {
    // A moment comes before the rules that count from it, also within one instant.
    ahead: [...moments.map((moment) => momentTold(moment, given)), ...will].toSorted(
      (a, b) => (a.at ?? 0) - (b.at ?? 0),
    ),
    past: told.flatMap(({ key, level, standing }): Told[] =>
      standing.kind === 'will' || standing.kind === 'will_not'
        ? []
        : [{ key, at: standing.at, ...pastLine(standing, level, given) }],
    ),
    not: told.flatMap(({ key, level, standing, rule }): Told[] =>
      standing.kind === 'will_not'
        ? [
            {
              key,
              at: null,
              text: t('escalation.preview.doesNot', { level, why: reasonText(standing.reason, given) }),
              detail: rule === undefined ? '' : triggerText(rule, given),
              tone: 'quiet',
            },
          ]
        : [],
    ),
  };
}
