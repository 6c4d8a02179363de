import type { ComponentType } from 'react';
import type { PageName } from './frame/page-names.ts';
import { EscalationPage } from './escalation/escalation-page.tsx';
import { ChannelsPage } from './channels/channels-page.tsx';
import { CalendarsPage } from './calendars/calendars-page.tsx';
import { FilePage } from './file/file-page.tsx';
import { OrganizationPage } from './organization/organization-page.tsx';
import { PoliciesPage } from './policies/policies-page.tsx';
import { ProposalsPage } from './proposals/proposals-page.tsx';
import { TemplatesPage } from './templates/templates-page.tsx';

/**
 * What stands for each name of the navigation. A page takes everything from `frame/admin-context.tsx`; how it plugs in is
 * told at `DraftStore`. A new page is a name in `frame/page-names.ts`, a text `admin.page.<name>` and a line here.
 */
export const pages: Readonly<Record<PageName, { Page: ComponentType }>> = {
  escalation: { Page: EscalationPage },
  policies: { Page: PoliciesPage },
  calendars: { Page: CalendarsPage },
  templates: { Page: TemplatesPage },
  proposals: { Page: ProposalsPage },
  organization: { Page: OrganizationPage },
  channels: { Page: ChannelsPage },
  file: { Page: FilePage },
};
