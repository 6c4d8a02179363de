import { useText } from '../../../client/use-text.ts';
import { linesOf } from '../describe/describe-change.ts';
import { useAdmin, useThing } from '../frame/admin-context.tsx';
import { EditorHead } from '../frame/editor-head.tsx';
import { Gone } from '../frame/gone.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { Part } from '../frame/part.tsx';
import { Versions } from '../frame/versions.tsx';
import { ConditionsPart } from './conditions-part.tsx';
import type { RulePartProps } from './part-props.ts';
import { problemsOfRule, RuleProblems } from './rule-problems.tsx';
import { RulesPreviewPart } from './rules-preview-part.tsx';
import { TargetPart } from './target-part.tsx';
import { TriggerPart } from './trigger-part.tsx';
import { useEscalation } from './use-escalation.ts';
import './escalation.css';

/** One rule, every field of it. What is typed is in the draft at once. */
export function RuleEditor({ ruleId }: { ruleId: string }) {
  const t = useText();
  const { drafts } = useAdmin();
  const view = useThing('rule', ruleId);
  const told = useEscalation();
  if (view === null) return <Gone />;
  const { value, basedOn, state } = view;
  const props: RulePartProps = {
    rule: value,
    thing: { kind: 'rule', id: ruleId },
    onChange: (part) => drafts.change({ kind: 'rule', basedOn, value: { ...value, ...part } }),
  };
  const holders = told?.rules.find((one) => one.ruleId === ruleId)?.holders ?? null;

  return (
    <>
      <EditorHead
        thing={props.thing}
        name={t('admin.ruleName', { level: value.level })}
        active={value.active}
        state={state}
        onUse={(active) => props.onChange({ active })}
      />
      <div className="wk-admin-body">
        {/* Fields tell what is odd about a draft; of what is published nobody has asked them. */}
        {state === 'published' ? <RuleProblems problems={problemsOfRule(told, value, true)} /> : null}
        <Part title={t('describe.level')} hint={t('escalation.levelHint')}>
          <div className="wk-admin-fields">
            <NumberField
              thing={props.thing}
              path="level"
              label={t('describe.level')}
              value={value.level}
              onChange={(level) => (level === null ? undefined : props.onChange({ level }))}
            />
          </div>
        </Part>
        <TriggerPart {...props} />
        <TargetPart {...props} holders={holders} />
        <ConditionsPart {...props} />
        <RulesPreviewPart />
        <Versions
          label={t('admin.versions.title')}
          versions={view.versions}
          linesBetween={(before, after, words) => linesOf('rule', before, after, words)}
          onTake={(version) => drafts.change({ kind: 'rule', basedOn, value: version })}
        />
      </div>
    </>
  );
}
