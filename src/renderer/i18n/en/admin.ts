import { adminFrameEn } from './admin/frame.ts';
import { organizationEn } from './admin/organization.ts';
import { problemsEn } from './admin/problems.ts';

/** Texts of the administration, loaded when it is opened. */
export const adminEn = { ...adminFrameEn, ...problemsEn, ...organizationEn };
