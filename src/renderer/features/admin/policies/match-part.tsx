import { Input, Select } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { gradeList, kindList } from '../../../ui/value-lists.ts';
import { DraftField } from '../frame/draft-field.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import type { PolicyPartProps } from './part-props.ts';

type Props = PolicyPartProps & { categories: readonly string[]; decides: number };

/** Name, and the tickets that it decides. */
export function MatchPart({ policy, thing, onChange, categories, decides }: Props) {
  const t = useText();
  const { match } = policy;
  const name = (part: Partial<typeof match>) => onChange({ match: { ...match, ...part } });
  // A category that is gone is still shown: the field says what is wrong with it.
  const offered =
    match.category === null || categories.includes(match.category) ? categories : [match.category, ...categories];
  return (
    <Part title={t('policies.match')} hint={t('policies.gridHint')}>
      <DraftField thing={thing} path="name" label={t('describe.name')} required className="wk-admin-name">
        <Input
          size="small"
          value={policy.name}
          dir={textDirection(policy.name)}
          maxLength={120}
          onChange={(_, data) => onChange({ name: data.value })}
        />
      </DraftField>
      <div className="wk-admin-fields" data-field="match">
        <DraftField thing={thing} path="match.kind" label={t('field.kind')}>
          <Select
            size="small"
            value={match.kind ?? ''}
            onChange={(_, data) => name({ kind: kindList.find((kind) => kind === data.value) ?? null })}
          >
            <option value="">{t('policies.any')}</option>
            {kindList.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        </DraftField>
        <DraftField thing={thing} path="match.category" label={t('field.category')}>
          <Select
            size="small"
            value={match.category ?? ''}
            onChange={(_, data) => name({ category: data.value === '' ? null : data.value })}
          >
            <option value="">{t('policies.any')}</option>
            {offered.map((category) => (
              <option key={category} value={category}>
                {category}
              </option>
            ))}
          </Select>
        </DraftField>
        <DraftField thing={thing} path="match.severity" label={t('field.severity')}>
          <Select
            size="small"
            value={match.severity ?? ''}
            onChange={(_, data) => name({ severity: gradeList.find((grade) => grade === data.value) ?? null })}
          >
            <option value="">{t('policies.any')}</option>
            {gradeList.map((grade) => (
              <option key={grade} value={grade}>
                {t(`severity.${grade}`)}
              </option>
            ))}
          </Select>
        </DraftField>
        <DraftField thing={thing} path="match.priority" label={t('field.priority')}>
          <Select
            size="small"
            value={match.priority ?? ''}
            onChange={(_, data) => name({ priority: gradeList.find((grade) => grade === data.value) ?? null })}
          >
            <option value="">{t('policies.any')}</option>
            {gradeList.map((grade) => (
              <option key={grade} value={grade}>
                {t(`priority.${grade}`)}
              </option>
            ))}
          </Select>
        </DraftField>
      </div>
      <OwnProblems thing={thing} path="match" />
      {policy.active ? (
        <p className="wk-plain wk-faint" role="status">
          {t('policies.decides', { count: decides })}
        </p>
      ) : null}
    </Part>
  );
}
