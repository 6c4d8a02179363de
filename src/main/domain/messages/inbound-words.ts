/** A list for each language, English first, then isiZulu, Afrikaans and Arabic. */
function setOf(...lists: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(lists.flat());
}

/**
 * What contacts answer, in the four languages, in small letters and plain spelling (see `wordsOf`). The English words for
 * leaving are those at which the provider stops by itself, so that the desk and the provider think alike.
 */
export const stopWords = setOf(
  ['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'opt out', 'revoke'],
  ['yeka', 'misa', 'phuma', 'ngiyeke'],
  ['staak', 'kanselleer', 'teken uit', 'uitteken'],
  ['ايقاف', 'توقف', 'قف', 'الغاء', 'الغاء الاشتراك', 'اوقف'],
);

export const startWords = setOf(
  ['start', 'unstop', 'subscribe', 'optin', 'opt in'],
  ['qala', 'qalisa'],
  ['begin', 'hervat', 'teken in', 'inteken'],
  ['ابدا', 'بدء', 'اشتراك'],
);

export const yesWords = setOf(
  ['yes', 'y', 'yeah', 'yep', 'yup', 'ok', 'okay', 'confirmed', 'confirm', 'correct', '1', '👍', '✅'],
  ['yebo', 'ewe', 'ngiyaqinisekisa', 'kulungile'],
  ['ja', 'bevestig', 'reg'],
  ['نعم', 'اجل', 'ايوه', 'ايوا', 'اؤكد', 'تم', 'صحيح'],
);

export const noWords = setOf(
  ['no', 'n', 'nope', 'not', '2', '0', '👎', '❌'],
  ['cha', 'hhayi', 'qha'],
  ['nee', 'nie'],
  ['لا', 'كلا', 'ليس', 'لم'],
);

/**
 * Thanks, and nothing else, may stand beside a yes. Words like “it is fixed” were once among these: “ok, is it fixed” is
 * made of the same.
 */
export const courtesies = setOf(
  ['thank', 'thanks', 'you', 'so', 'very', 'much', 'a', 'lot', '🙏', '😊', '🙂', '❤', '👏'],
  ['ngiyabonga', 'siyabonga', 'kakhulu'],
  ['dankie', 'baie'],
  ['شكرا', 'لكم', 'جزيلا'],
);

/** After a word for no these make it something else: no problem, no thanks, no longer a concern. */
export const noButFine = setOf(
  ['problem', 'problems', 'worries', 'issue', 'issues', 'thanks', 'thank', 'longer', 'more', 'need', 'complaints'],
  ['nkinga', 'ngiyabonga'],
  ['probleem', 'dankie', 'meer'],
  ['مشكله', 'شكرا', 'باس'],
);
