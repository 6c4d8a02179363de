import type { LanguageTexts } from './language-texts.ts';

/** Seed A's status texts and frame word for word. The straight apostrophe keeps text messages in the short alphabet. */
export const af: LanguageTexts<'one' | 'other'> = {
  updateFrame: 'Opdatering vir {{tracking_number}}: U verslag is nou {{status_text}}.',
  updateSubject: 'Opdatering vir {{tracking_number}}',
  statuses: {
    open: 'ontvang en onder hersiening',
    in_progress: 'word aan gewerk',
    escalated: 'verwys na senior span',
    resolved: 'opgelos - bevestig asseblief',
    closed: 'gesluit',
  },
  escalationMore: 'Senior personeel het dit oorgeneem en sal daaraan aandag gee.',
  thankYou: 'Dankie vir u verslag {{tracking_number}}. Dit is nou gesluit.',
  thankYouSubject: 'Dankie vir u verslag {{tracking_number}}',
  reply: 'Oor {{tracking_number}}: {{text}}',
  replySubject: 'Antwoord oor {{tracking_number}}',
  staff: {
    assignment: 'Kaartjie {{tracking_number}} is aan u toegewys.',
    warning: 'Kaartjie {{tracking_number}} het die meeste van sy tyd gebruik; die spertyd is {{due}}.',
    reminder: 'Herinnering: die spertyd van kaartjie {{tracking_number}} is {{due}}.',
    reminder_first: 'Eerste herinnering: die spertyd van kaartjie {{tracking_number}} is {{due}}.',
    reminder_second: 'Tweede herinnering: die spertyd van kaartjie {{tracking_number}} is {{due}}.',
    breach: 'Kaartjie {{tracking_number}} het sy spertyd van {{due}} oorskry.',
    escalation: 'Kaartjie {{tracking_number}} is na u verwys, vlak {{level}}.',
    escalation_former: 'Kaartjie {{tracking_number}} is verder verwys, vlak {{level}}, en is nie meer by u nie.',
    explanation_asked: 'U word gevra om kaartjie {{tracking_number}} te verduidelik.',
    explanation_reminder:
      'Herinnering: die verduideliking van kaartjie {{tracking_number}} moet teen {{due}} ingedien wees.',
    explanation_escalated:
      'Die verduideliking van kaartjie {{tracking_number}} is laat en is verder verwys, vlak {{level}}.',
    explanation_at_end:
      'Die verduideliking van kaartjie {{tracking_number}} is laat, en daar is niemand meer om dit na te verwys nie.',
    explanation_answered: 'Die verduideliking van kaartjie {{tracking_number}} is ingedien.',
    explanation_sent_back: 'U verduideliking van kaartjie {{tracking_number}} is teruggestuur.',
  },
  inTheDesk: 'U vind dit in Watchkeeper.',
  restricted: 'Beperkte item {{tracking_number}}',
  digestSubject: 'Stand van sake, {{date}}',
  test: "Hierdie is 'n toetsboodskap van {{organization}}.",
  testSubject: 'Toetsboodskap van {{organization}}',
  reference: 'Verwysing',
  counted: {
    bundle_one: '{{count}} kennisgewing van Watchkeeper',
    bundle_other: '{{count}} kennisgewings van Watchkeeper',
    open_one: '{{count}} oop kaartjie',
    open_other: '{{count}} oop kaartjies',
    breached_one: '{{count}} kaartjie oor sy spertyd',
    breached_other: '{{count}} kaartjies oor hul spertyd',
    due_soon_one: "{{count}} kaartjie met 'n spertyd binne 24 uur",
    due_soon_other: "{{count}} kaartjies met 'n spertyd binne 24 uur",
    unassigned_one: '{{count}} kaartjie wat by niemand is nie',
    unassigned_other: '{{count}} kaartjies wat by niemand is nie',
    at_level_one: '{{count}} kaartjie verwys na vlak {{level}}',
    at_level_other: '{{count}} kaartjies verwys na vlak {{level}}',
  },
};
