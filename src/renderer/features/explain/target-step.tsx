import type { Reckoning, TargetPart } from '../../../preload/contract/explain-clocks.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { clockSentence } from './clock-texts.ts';
import { calendarText, policyName } from './policy-texts.ts';
import { BareStep, Step } from './step.tsx';
import { StretchTable } from './stretch-table.tsx';
import type { Words } from './words.ts';

type Fact = readonly [name: string, value: string];

/** `wk-explain-texts`: one below the other; `wk-explain-numbers`: side by side, to be added up. */
function Facts({ facts, className }: { facts: readonly Fact[]; className: string }) {
  return (
    <dl className={className}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function originOf({ policy, calendar, startedBy, startAt, overdue }: Reckoning, words: Words): Fact[] {
  const { t, at, span } = words;
  const facts: Fact[] = [
    [t('explain.reckoning.policy'), policyName(policy, words)],
    [t('explain.reckoning.calendar'), calendarText(calendar, words)],
    [t('explain.reckoning.from'), t(`explain.startedBy.${startedBy}`, { at: at(startAt) })],
  ];
  if (overdue !== null) {
    const values = { open: span(overdue.openMs), elapsed: span(overdue.elapsedMs) };
    facts.push([t('explain.reckoning.overdue'), t('explain.reckoning.overdueOpen', values)]);
  }
  return facts;
}

function numbersOf(reckoning: Reckoning, { t, span }: Words): { granted: Fact[]; elapsed: Fact[] } {
  const fact = (name: 'granted' | 'used' | 'left' | 'counted' | 'closed' | 'paused' | 'elapsed'): Fact => [
    t(`explain.reckoning.${name}`),
    span(reckoning[`${name}Ms`]),
  ];
  return {
    granted: [fact('granted'), fact('used'), fact('left')],
    elapsed: [fact('counted'), fact('closed'), fact('paused'), fact('elapsed')],
  };
}

function Counted({ reckoning, label, words }: { reckoning: Reckoning; label: string; words: Words }) {
  const { closedMs, pausedMs, pausedOpenMs, stretches } = reckoning;
  const { granted, elapsed } = numbersOf(reckoning, words);
  // One stretch from start to end says nothing that the sums do not.
  const isPlain = closedMs === 0 && pausedMs === 0 && stretches.length === 1;
  return (
    <>
      <Facts facts={originOf(reckoning, words)} className="wk-explain-texts" />
      <Facts facts={granted} className="wk-explain-numbers" />
      {isPlain ? null : (
        <>
          <StretchTable label={label} stretches={stretches} words={words} />
          <Facts facts={elapsed} className="wk-explain-numbers" />
        </>
      )}
      {pausedOpenMs === 0 ? null : <p>{words.t('explain.reckoning.moved', { span: words.span(pausedOpenMs) })}</p>}
    </>
  );
}

/** One target: how its clock stands, and how it was counted. */
export function TargetStep({ part, nowAt, words }: { part: TargetPart; nowAt: Instant; words: Words }) {
  const { t } = words;
  const { target, reckoning } = part;
  const name = t(`sla.${target}`);
  const sentence = clockSentence(part, nowAt, words);
  if (reckoning === null) return <BareStep title={name} summary={sentence} />;
  return (
    <Step value={target} title={name} summary={sentence}>
      <Counted reckoning={reckoning} label={t('explain.reckoning.stretches', { target: name })} words={words} />
    </Step>
  );
}
