import { calendarsAr } from './admin/calendars.ts';
import { channelsAr } from './admin/channels.ts';
import { describeAr } from './admin/describe.ts';
import { escalationAr } from './admin/escalation.ts';
import { fileAr } from './admin/file.ts';
import { adminFrameAr } from './admin/frame.ts';
import { messagesAr } from './admin/messages.ts';
import { organizationAr } from './admin/organization.ts';
import { policiesAr } from './admin/policies.ts';
import { problemsAr } from './admin/problems.ts';
import { proposalsAr } from './admin/proposals.ts';
import { templatesAr } from './admin/templates.ts';

/** Texts of the administration, loaded when it is opened. */
export const adminAr = {
  ...adminFrameAr,
  ...problemsAr,
  ...describeAr,
  ...policiesAr,
  ...calendarsAr,
  ...escalationAr,
  ...organizationAr,
  ...messagesAr,
  ...channelsAr,
  ...templatesAr,
  ...proposalsAr,
  ...fileAr,
};
