import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { onChanges } from '../../client/change-feed.ts';
import { useServices } from '../../client/services.tsx';
import { Problem, Skeleton } from '../../ui/states.tsx';
import { adminKey, AdminContext, createAdmin, type Admin } from './frame/admin-context.tsx';
import { AdminNav } from './frame/admin-nav.tsx';
import { useFieldFocus } from './frame/use-field-focus.ts';
import { pages } from './pages.tsx';
import { DraftBar } from './publish/draft-bar.tsx';
import './admin.css';

/** The page that stands. What it shows is entered anew for another page, organization or thing. */
function Page({ admin, organizationId }: { admin: Admin; organizationId: string }) {
  const page = useStore(admin.places, (place) => place.page);
  const element = useRef<HTMLDivElement>(null);
  const { Page: Shown } = pages[page];
  useFieldFocus(element);
  return (
    <div ref={element} tabIndex={-1} className="wk-admin-page">
      <Shown key={organizationId} />
    </div>
  );
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
      // What was right over what was there may be wrong over what is.
      await admin.drafts.check();
    };
    void read();
    return onChanges(client, timers, ({ directory }) => (directory ? void read() : undefined));
  }, [admin, client, timers]);

  if (failure !== null && config === null)
    return <Problem failure={failure} onRetry={() => void admin.configs.read()} />;
  if (config === null || !hasTexts) return <Skeleton />;
  const organizationId = (config.organizations.find(({ id }) => id === chosen) ?? config.organizations[0])?.id ?? '';
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
