import { Button, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { useText } from '../../../client/use-text.ts';
import { kindList } from '../../../ui/value-lists.ts';
import { useAdmin, useThing, useThings } from '../frame/admin-context.tsx';
import { freeName } from '../frame/free-name.ts';
import { PageHead } from '../frame/page-head.tsx';
import { Part } from '../frame/part.tsx';
import { openThing } from '../frame/place-store.ts';
import type { ValueOf } from '../frame/things.ts';
import { decidedCells, type Decided, type Sort } from './decided-by.ts';
import { newPolicy } from './new-policy.ts';
import { PolicyGrid } from './policy-grid.tsx';
import { PolicyTable } from './policy-table.tsx';

/** Which policy decides what, and all of them. */
export function PoliciesList() {
  const t = useText();
  const { config, drafts, places, organizationId } = useAdmin();
  const policies = useThings('policy');
  const organization = useThing('organization', organizationId);
  const [sort, setSort] = useState<Sort>({ kind: null, category: null });
  if (organization === null) return null;
  const { profile, categories } = organization.value;
  const cells = decidedCells(config, profile, policies, sort);
  const holes = cells.filter(({ policy }) => policy === null).length;

  function add(match: ValueOf<'policy'>['match'], like: ValueOf<'policy'> | null): void {
    const name = freeName(
      t('policies.newName'),
      policies.map(({ value }) => value.name),
    );
    const value = newPolicy({ organizationId, name, match, like });
    drafts.change({ kind: 'policy', basedOn: null, value });
    openThing(places, value.policyId);
  }
  const fill = ({ severity, priority, value }: Decided) => add({ ...sort, severity, priority }, value);

  return (
    <>
      <PageHead title={t('admin.page.policies')}>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => add({ kind: null, category: null, severity: null, priority: null }, cells[0]?.value ?? null)}
        >
          {t('policies.add')}
        </Button>
      </PageHead>
      <div className="wk-admin-body">
        <Part title={t('policies.grid')} hint={t('policies.gridHint')}>
          <div className="wk-admin-line">
            <label className="wk-admin-line">
              {t('field.kind')}
              <Select
                size="small"
                value={sort.kind ?? ''}
                onChange={(_, data) => setSort({ ...sort, kind: kindList.find((kind) => kind === data.value) ?? null })}
              >
                <option value="">{t('policies.anyKind')}</option>
                {kindList.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kind.${kind}`)}
                  </option>
                ))}
              </Select>
            </label>
            <label className="wk-admin-line">
              {t('field.category')}
              <Select
                size="small"
                value={sort.category ?? ''}
                onChange={(_, data) => setSort({ ...sort, category: data.value === '' ? null : data.value })}
              >
                <option value="">{t('policies.anyCategory')}</option>
                {categories.map((category) => (
                  <option key={category} value={category}>
                    {category}
                  </option>
                ))}
              </Select>
            </label>
            <span role="status">{t('policies.holes', { count: holes })}</span>
          </div>
          <div className="wk-admin-scroll">
            <PolicyGrid cells={cells} onOpen={(id) => openThing(places, id)} onFill={fill} />
          </div>
        </Part>
        <Part title={t('policies.list')}>
          {policies.length === 0 ? (
            <p className="wk-plain">{t('policies.empty')}</p>
          ) : (
            <PolicyTable policies={policies} onOpen={(id) => openThing(places, id)} />
          )}
        </Part>
      </div>
    </>
  );
}
