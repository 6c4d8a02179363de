import type { ComponentType } from 'react';
import type { PageName } from './frame/page-names.ts';
import { OrganizationPage } from './organization/organization-page.tsx';

/**
 * What stands for each name of the navigation. A page takes everything from `frame/admin-context.tsx`; how it plugs in is
 * told at `DraftStore`. A new page is a name in `frame/page-names.ts`, a text `admin.page.<name>` and a line here.
 */
export const pages: Readonly<Record<PageName, { Page: ComponentType }>> = {
  organization: { Page: OrganizationPage },
};
