import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useText } from '../../../client/use-text.ts';
import { useAdmin, useThings } from '../frame/admin-context.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { Part } from '../frame/part.tsx';
import { openThing } from '../frame/place-store.ts';
import { levelsOf, newRule } from './levels.ts';
import { RulesMatrix } from './rules-matrix.tsx';
import { RulesPreviewPart } from './rules-preview-part.tsx';
import { useEscalation } from './use-escalation.ts';
import './escalation.css';

/** Every level of the organization, and what they would do to a ticket. */
export function RulesPage() {
  const t = useText();
  const { drafts, places, organizationId } = useAdmin();
  const levels = levelsOf(useThings('rule'));
  const told = useEscalation();

  function add(): void {
    const value = newRule(organizationId, levels);
    drafts.change({ kind: 'rule', basedOn: null, value });
    openThing(places, value.ruleId);
  }
  return (
    <>
      <PageHead title={t('admin.page.escalation')}>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          {t('escalation.add')}
        </Button>
      </PageHead>
      <div className="wk-admin-body">
        <Part title={t('escalation.matrix')} hint={t('escalation.matrixHint')}>
          {levels.length === 0 ? (
            <p className="wk-plain">{t('escalation.empty')}</p>
          ) : (
            <RulesMatrix levels={levels} told={told} />
          )}
        </Part>
        <RulesPreviewPart />
      </div>
    </>
  );
}
