import { calendarsEn } from './admin/calendars.ts';
import { channelsEn } from './admin/channels.ts';
import { describeEn } from './admin/describe.ts';
import { escalationEn } from './admin/escalation.ts';
import { fileEn } from './admin/file.ts';
import { adminFrameEn } from './admin/frame.ts';
import { messagesEn } from './admin/messages.ts';
import { organizationEn } from './admin/organization.ts';
import { policiesEn } from './admin/policies.ts';
import { problemsEn } from './admin/problems.ts';
import { proposalsEn } from './admin/proposals.ts';
import { templatesEn } from './admin/templates.ts';

/** Texts of the administration, loaded when it is opened. */
export const adminEn = {
  ...adminFrameEn,
  ...problemsEn,
  ...describeEn,
  ...policiesEn,
  ...calendarsEn,
  ...escalationEn,
  ...organizationEn,
  ...messagesEn,
  ...channelsEn,
  ...templatesEn,
  ...proposalsEn,
  ...fileEn,
};
