import type { TFunction } from 'i18next';
import { targets } from '../../../preload/contract/values.ts';
import {
  whatIfColumns,
  type WhatIfColumn,
  type WhatIfColumnName,
  type WhatIfReport,
} from '../../../preload/contract/whatif.ts';
import { formatCount, leftToRight } from '../../i18n/format.ts';

export type Figure = {
  key: string;
  name: string;
  /** Belongs to the one above it. */
  isPart: boolean;
  form: 'share' | 'count' | 'mean';
  of: Readonly<Record<WhatIfColumnName, number | null>>;
  /** Which way is good for the people who wait; null where neither is. */
  better: 'more' | 'fewer' | null;
};

type Of = (column: WhatIfColumn, name: WhatIfColumnName) => number | null;

/** The figures of a report in the order of the table. A target that no ticket has is left out. */
export function figuresOf(t: TFunction, { columns, people }: WhatIfReport): Figure[] {
  const figure = (key: string, name: string, parts: Omit<Figure, 'key' | 'name' | 'of'>, of: Of): Figure => ({
    key,
    name,
    ...parts,
    of: {
      recorded: of(columns.recorded, 'recorded'),
      live: of(columns.live, 'live'),
      draft: of(columns.draft, 'draft'),
    },
  });
  const count = (isPart: boolean, better: Figure['better']) => ({ isPart, form: 'count', better }) as const;
  const running = targets.filter((target) =>
    whatIfColumns.some((name) => columns[name].compliance[target].withTarget > 0),
  );
  const levels = [
    ...new Set(whatIfColumns.flatMap((name) => columns[name].escalations.map(({ level }) => level))),
  ].sort((a, b) => a - b);
  const mostOf = (name: WhatIfColumnName): number => Math.max(0, ...people.map((person) => person[name].most));

  return [
    ...running.flatMap((target) => {
      const named = { target: t(`sla.${target}`) };
      const share = { isPart: false, form: 'share', better: 'more' } as const;
      return [
        figure(`rate ${target}`, t('whatif.figure.rate', named), share, ({ compliance }) => compliance[target].rate),
        figure(`met ${target}`, t('whatif.figure.met'), count(true, 'more'), (c) => c.compliance[target].met),
        figure(`missed ${target}`, t('whatif.figure.missed'), count(true, 'fewer'), (c) => c.compliance[target].missed),
        figure(
          `overdue ${target}`,
          t('whatif.figure.overdue'),
          count(true, 'fewer'),
          (c) => c.compliance[target].overdue,
        ),
        figure(
          `breaches ${target}`,
          t('whatif.figure.breaches', named),
          count(false, 'fewer'),
          (c) => c.breaches[target],
        ),
      ];
    }),
    ...levels.map((level) =>
      figure(
        `level ${level}`,
        t('whatif.figure.level', { level }),
        count(false, null),
        ({ escalations }) => escalations.find((one) => one.level === level)?.count ?? 0,
      ),
    ),
    figure('nobody', t('whatif.figure.nobody'), count(false, 'fewer'), ({ foundNobody }) => foundNobody),
    figure('messages', t('whatif.figure.messages'), count(false, null), ({ messages }) => messages.total),
    figure(
      'mean',
      t('whatif.figure.mean'),
      { isPart: true, form: 'mean', better: null },
      ({ messages }) => messages.mean,
    ),
    figure('most', t('whatif.figure.most'), count(true, null), (_column, name) => mostOf(name)),
    figure('day', t('whatif.figure.day'), count(true, null), ({ messages }) => messages.busiest[0]?.count ?? 0),
  ];
}

const forms: Readonly<Record<Figure['form'], (value: number) => string>> = {
  share: (value) => `${(value * 100).toFixed(1)} %`,
  count: formatCount,
  mean: (value) => value.toFixed(2),
};

export function valueText(t: TFunction, form: Figure['form'], value: number | null): string {
  return value === null ? t('whatif.noFigure') : leftToRight(forms[form](value));
}

export type Difference = {
  /** A number with its sign and a word: nothing is said by colour alone. */
  text: string;
  tone: 'better' | 'worse' | 'neither';
};

/** Of the draft against the rules in force; of shares in percentage points. */
export function differenceOf(t: TFunction, { form, of, better }: Figure): Difference {
  if (of.live === null || of.draft === null) return { text: t('whatif.noFigure'), tone: 'neither' };
  const by = form === 'share' ? (of.draft - of.live) * 100 : of.draft - of.live;
  const size = form === 'count' ? formatCount(Math.abs(by)) : Math.abs(by).toFixed(form === 'share' ? 1 : 2);
  if (Number(size.replaceAll(',', '')) === 0) return { text: t('whatif.same'), tone: 'neither' };
  const way = by > 0 ? 'more' : 'fewer';
  const number = leftToRight(`${by > 0 ? '+' : '\u2212'}${size}`);
  const word = form === 'share' ? (by > 0 ? 'whatif.higher' : 'whatif.lower') : (`whatif.${way}` as const);
  return {
    text: t(word, { number }),
    tone: better === null ? 'neither' : better === way ? 'better' : 'worse',
  };
}
