import { Button, Field, Select } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { useNames, useUser } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import type { WhatIfStore } from './whatif-store.ts';

const periods = [30, 90, 365, null] as const;
const shares = [1, 10, 100] as const;

/** Which past tickets, and the button that replays them. */
export function WhatIfWish({ store, onStart }: { store: WhatIfStore; onStart: () => void }) {
  const t = useText();
  const user = useUser();
  const names = useNames();
  const { days, organizationId, oneIn } = useStore(store, ({ wish }) => wish);
  const isRunning = useStore(store, ({ run }) => run.stage === 'running');
  const isAdministrator = user.roles.some(({ role }) => role === 'administrator');
  const organizations = [...names.organizations.values()].filter(
    ({ id }) => isAdministrator || user.roles.some((held) => held.organizationId === id),
  );
  return (
    <form
      className="wk-whatif-wish"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) onStart();
      }}
    >
      <Field label={t('whatif.period')}>
        <Select
          size="small"
          value={String(days)}
          onChange={(_, data) => store.wishFor({ days: data.value === 'null' ? null : Number(data.value) })}
        >
          {periods.map((period) => (
            <option key={period} value={String(period)}>
              {period === null ? t('whatif.allTime') : t('whatif.lastDays', { count: period })}
            </option>
          ))}
        </Select>
      </Field>
      {organizations.length > 1 ? (
        <Field label={t('field.organization')}>
          <Select
            size="small"
            value={organizationId ?? ''}
            onChange={(_, data) => store.wishFor({ organizationId: data.value === '' ? null : data.value })}
          >
            <option value="">{t('queue.allOrganizations')}</option>
            {organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field label={t('whatif.tickets')}>
        <Select size="small" value={String(oneIn)} onChange={(_, data) => store.wishFor({ oneIn: Number(data.value) })}>
          {shares.map((share) => (
            <option key={share} value={share}>
              {share === 1 ? t('whatif.every') : t('whatif.oneIn', { share })}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" appearance="primary" size="small" disabledFocusable={isRunning}>
        {t('whatif.start')}
      </Button>
    </form>
  );
}
