/** Settings of an organization. */
export const organizationAr = {
  organization: {
    basics: 'الاسم والمنطقة الزمنية',
    timezone: 'المنطقة الزمنية',
    timezoneHint: 'تبدأ بها التقاويم الجديدة.',
    approval: 'الموافقة الثانية',
    secondApprover: 'يوافق شخص ثانٍ على كل تعديل',
    secondApproverHint:
      'عندئذ تصبح تعديلات سياسات هذه الجهة وقواعدها وتقاويمها وفرقها وأدوارها اقتراحات يوافق عليها مدير نظام آخر. وإيقاف ذلك يحتاج إلى الشخص الثاني أيضًا.',
    categories: 'التصنيفات',
    categoriesHint: 'تُعرض عند استلام التذاكر، ويمكن للسياسات والقواعد أن تسمّيها.',
    category: 'التصنيف {{n}}',
    newCategory: 'تصنيف جديد',
    addCategory: 'إضافة',
    removeCategory: 'حذف: {{name}}',
    explanation: 'طلبات التوضيح',
    explanationHint: 'شروط الطلبات من الآن فصاعدًا. أما السابقة فتبقى على شروطها.',
    responseHours: 'مهلة الرد',
    reminderHoursBefore: 'تذكير قبل حلول الموعد',
    noReminder: 'بلا تذكير',
    explanationCalendar: 'تُحسب بـ',
    elapsedHours: 'ساعات متصلة',
    escalate: 'الطلب المتأخر يُرفع إلى سلسلة المدراء',
    escalationHoursOverdue: 'بعد تأخره بـ (0 س: فورًا)',
    maxLevels: 'أقصى عدد للمستويات',
  },
};
