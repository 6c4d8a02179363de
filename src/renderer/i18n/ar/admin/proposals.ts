/** Proposals: what a second person decides. */
export const proposalsAr = {
  proposals: {
    empty: 'لا يوجد اقتراح مفتوح.',
    showDecided: 'عرض ما بُتّ فيه أيضًا',
    by: 'اقتراح {{person}}، {{at}}',
    state: { open: 'مفتوح', approved: 'تمت الموافقة', rejected: 'مرفوض', withdrawn: 'مسحوب' },
    stale: 'عدّل غيره منذ ذلك: {{things}}. لم تعد الموافقة ممكنة، ويستطيع صاحبه أن يقدّمه من جديد.',
    reapply: 'يسري على التذاكر المفتوحة أيضًا.',
    decided: 'بتّ فيه {{person}}، {{at}}.',
    approve: 'موافقة',
    reject: 'رفض',
    withdraw: 'سحب',
    title: { approve: 'الموافقة على الاقتراح', reject: 'رفض الاقتراح', withdraw: 'سحب الاقتراح' },
    hint: {
      approve: 'يُنشر فورًا كما هو هنا.',
      reject: 'لا يُنشر شيء. يقرأ صاحبه السبب.',
      withdraw: 'لا يُنشر شيء.',
    },
  },
};
