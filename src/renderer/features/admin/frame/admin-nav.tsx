import { Button, CounterBadge, Field, Select } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { useAdmin, usePlace } from './admin-context.tsx';
import { pageNames, type PageName } from './page-names.ts';
import { goTo } from './place-store.ts';

/** The pages, and the organization that they speak of. */
export function AdminNav() {
  const t = useText();
  const { config, places, organizationId } = useAdmin();
  const organizations = config.organizations.toSorted((a, b) => a.name.localeCompare(b.name));
  const current = usePlace(({ page }) => page);
  // Accounts and their secrets are for administrators alone.
  const isShown = (page: PageName) => page !== 'channels' || config.may.manageStore;
  const toDecide = config.proposals.filter(({ mayApprove }) => mayApprove).length;
  return (
    <nav className="wk-admin-nav" aria-label={t('admin.pages')}>
      <Field label={t('field.organization')} size="small">
        <Select
          size="small"
          value={organizationId}
          onChange={(_, data) => places.setState({ organizationId: data.value, thingId: null, path: null })}
        >
          {organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <ul className="wk-admin-pages">
        {pageNames.filter(isShown).map((page) => (
          <li key={page}>
            <Button
              appearance="subtle"
              className="wk-nav-item wk-admin-page-link"
              {...(page === current ? { 'aria-current': 'page' } : {})}
              onClick={() => goTo(places, { page })}
            >
              {t(`admin.page.${page}`)}
              {page === 'proposals' && toDecide > 0 ? (
                <CounterBadge size="small" count={toDecide} title={t('admin.toDecide', { count: toDecide })} />
              ) : null}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
