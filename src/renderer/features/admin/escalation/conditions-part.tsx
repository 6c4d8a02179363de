import { Select } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { gradeList, kindList } from '../../../ui/value-lists.ts';
import { useAdmin, useThing } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import type { RulePartProps } from './part-props.ts';

/** Which tickets the rule speaks of; what is not named may be anything. */
export function ConditionsPart({ rule, thing, onChange }: RulePartProps) {
  const t = useText();
  const { organizationId } = useAdmin();
  const { conditions } = rule;
  const known = useThing('organization', organizationId)?.value.categories ?? [];
  const { category } = conditions;
  const categories = category === null || known.includes(category) ? known : [category, ...known];
  const name = (part: Partial<typeof conditions>) => onChange({ conditions: { ...conditions, ...part } });
  const option = (value: string, label: string) => (
    <option key={value} value={value}>
      {label}
    </option>
  );
  return (
    <Part title={t('policies.match')} hint={t('escalation.conditionsHint')}>
      <div className="wk-admin-fields">
        <DraftField thing={thing} path="conditions.kind" label={t('field.kind')}>
          <Select
            size="small"
            value={conditions.kind ?? ''}
            onChange={(_, data) => name({ kind: kindList.find((kind) => kind === data.value) ?? null })}
          >
            {option('', t('policies.any'))}
            {kindList.map((kind) => option(kind, t(`kind.${kind}`)))}
          </Select>
        </DraftField>
        <DraftField thing={thing} path="conditions.category" label={t('field.category')}>
          <Select
            size="small"
            value={category ?? ''}
            onChange={(_, data) => name({ category: data.value === '' ? null : data.value })}
          >
            {option('', t('policies.any'))}
            {categories.map((one) => option(one, one))}
          </Select>
        </DraftField>
        <DraftField thing={thing} path="conditions.severity" label={t('field.severity')}>
          <Select
            size="small"
            value={conditions.severity ?? ''}
            onChange={(_, data) => name({ severity: gradeList.find((grade) => grade === data.value) ?? null })}
          >
            {option('', t('policies.any'))}
            {gradeList.map((grade) => option(grade, t(`severity.${grade}`)))}
          </Select>
        </DraftField>
        <DraftField thing={thing} path="conditions.priority" label={t('field.priority')}>
          <Select
            size="small"
            value={conditions.priority ?? ''}
            onChange={(_, data) => name({ priority: gradeList.find((grade) => grade === data.value) ?? null })}
          >
            {option('', t('policies.any'))}
            {gradeList.map((grade) => option(grade, t(`priority.${grade}`)))}
          </Select>
        </DraftField>
      </div>
      <OwnProblems thing={thing} path="conditions" />
    </Part>
  );
}
