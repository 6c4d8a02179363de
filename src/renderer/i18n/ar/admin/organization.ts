/** Settings of an organization. */
export const organizationAr = {
  organization: {
    basics: 'الجهة',
    name: 'الاسم',
    timezone: 'المنطقة الزمنية',
    secondApprover: 'يوافق شخص ثانٍ على كل تعديل',
    secondApproverHint:
      'عندئذ تصبح تعديلات سياسات هذه الجهة وقواعدها وتقاويمها وفرقها وأدوارها اقتراحات يوافق عليها مدير نظام آخر.',
  },
};
