/** Settings of an organization. */
export const organizationEn = {
  organization: {
    basics: 'Name and time zone',
    timezone: 'Time zone',
    timezoneHint: 'New calendars begin with it.',
    approval: 'Second approver',
    secondApprover: 'A second person approves every change',
    secondApproverHint:
      'Changes to policies, rules, calendars, teams and roles of this organization then become proposals, which another administrator approves. To switch it off needs the second person too.',
    categories: 'Categories',
    categoriesHint: 'Intake offers them; policies and rules may name them.',
    category: 'Category {{n}}',
    newCategory: 'New category',
    addCategory: 'Add',
    removeCategory: 'Remove: {{name}}',
    explanation: 'Explanation requests',
    explanationHint: 'Terms for questions asked from now on; those asked already keep theirs.',
    responseHours: 'Time for the answer',
    reminderHoursBefore: 'Reminder before it is due',
    noReminder: 'No reminder',
    explanationCalendar: 'Counted in',
    elapsedHours: 'Hours by the clock',
    escalate: 'An overdue request goes up the line of managers',
    escalationHoursOverdue: 'After it is overdue by (0 h: at once)',
    maxLevels: 'Levels at most',
  },
};
