/** Settings of an organization. */
export const organizationEn = {
  organization: {
    basics: 'Organization',
    name: 'Name',
    timezone: 'Time zone',
    secondApprover: 'A second person approves every change',
    secondApproverHint:
      'Changes to policies, rules, calendars, teams and roles of this organization then become proposals, which another administrator approves.',
  },
};
