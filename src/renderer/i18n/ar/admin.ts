import { adminFrameAr } from './admin/frame.ts';
import { organizationAr } from './admin/organization.ts';
import { problemsAr } from './admin/problems.ts';

/** Texts of the administration, loaded when it is opened. */
export const adminAr = { ...adminFrameAr, ...problemsAr, ...organizationAr };
