import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Configuration } from '../../../preload/contract/configuration.ts';
import { onChanges } from '../../client/change-feed.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { adminKey, AdminContext, createAdmin, type Admin } from './frame/admin-context.tsx';
import { AdminNav } from './frame/admin-nav.tsx';
import { goTo } from './frame/place-store.ts';
import { useFromTop } from './frame/use-from-top.ts';
import { useFieldFocus } from './frame/use-field-focus.ts';
import { pages } from './pages.tsx';
import { DraftBar } from './publish/draft-bar.tsx';
import './admin.css';

/** The page that stands. What it shows is entered anew for another page, organization or thing. */
function Page({ admin, organizationId }: { admin: Admin; organizationId: string }) {
  const page = useStore(admin.places, (place) => place.page);
  const element = useRef<HTMLDivElement>(null);
  const t = useText();
  const { Page: Shown } = pages[page];
  useFromTop(element);
  useFieldFocus(element);
  return (
    <div ref={element} tabIndex={-1} className="wk-admin-page">
      {organizationId === '' && page !== 'file' ? (
        <Empty
          reason={t('admin.noOrganization')}
          action={<Button onClick={() => goTo(admin.places, { page: 'file' })}>{t('admin.page.file')}</Button>}
        />
      ) : (
        <Shown key={organizationId} />
      )}
    </div>
  );
}

function firstOf({ organizations }: Configuration): string | undefined {
  return organizations.toSorted((a, b) => a.name.localeCompare(b.name))[0]?.id;
}

/** An organization is chosen once and stays: another must not come to stand there because its name or place has changed. */
function stayWith({ configs, places }: Admin): void {
  const { config } = configs.getState();
  const first = config === null ? undefined : firstOf(config);
  if (places.getState().organizationId === null && first !== undefined) places.setState({ organizationId: first });
}

/** What administrators publish, and others who lead an organization propose. */
export function AdminScreen() {
  const { client, timers, kept, loadTexts } = useServices();
  const [admin] = useState(() => kept.of(adminKey, () => createAdmin(client, timers)));
  const [hasTexts, setHasTexts] = useState(false);
  const { config, failure } = useStore(admin.configs);
  const chosen = useStore(admin.places, (place) => place.organizationId);

  useEffect(() => {
    let current = true;
    void loadTexts('admin').then(() => current && setHasTexts(true));
    return () => {
      current = false;
    };
  }, [loadTexts]);
  useEffect(() => {
    const read = async () => {
      await admin.configs.read();
      stayWith(admin);
      // What was right over what was there may be wrong over what is.
      await admin.drafts.check();
    };
    void read();
    return onChanges(client, timers, ({ directory }) => (directory ? void read() : undefined));
  }, [admin, client, timers]);

  if (failure !== null && config === null)
    return <Problem failure={failure} onRetry={() => void admin.configs.read()} />;
  if (config === null || !hasTexts) return <Skeleton />;
  const organizationId = config.organizations.find(({ id }) => id === chosen)?.id ?? firstOf(config) ?? '';
  return (
    <AdminContext value={{ ...admin, config, organizationId }}>
      <div className="wk-admin">
        <AdminNav />
        <div className="wk-admin-main">
          {failure === null ? null : <Problem failure={failure} onRetry={() => void admin.configs.read()} />}
          <Page admin={admin} organizationId={organizationId} />
          <DraftBar />
        </div>
      </div>
    </AdminContext>
  );
}
