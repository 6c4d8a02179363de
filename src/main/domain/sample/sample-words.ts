import type { Language } from '../../../preload/contract/values.ts';

/** What people of the sample are called. Invented: no list of real people was used. */
export const givenNames = [
  'Thandi',
  'Sipho',
  'Lerato',
  'Johan',
  'Annelie',
  'Yusuf',
  'Fatima',
  'Priya',
  'Karabo',
  'Nomsa',
  'Pieter',
  'Zanele',
  'Hassan',
  'Layla',
  'Bongani',
  'Mia',
  'Ayanda',
  'Omar',
  'Riaan',
  'Noura',
] as const;
export const familyNames = [
  'Amberfield',
  'Duinveld',
  'Khanyile-Moss',
  'Reedbank',
  'Samarang',
  'Tshwari',
  'Vlakwater',
  'Windhoven',
  'Al-Rimal',
  'Ndlovane',
  'Silverleaf',
  'Kopjes',
  'Maraisdal',
  'Bin Waha',
  'Mokgari',
  'Sandpiper',
] as const;

export const streets = [
  'Aloe Street',
  'Reed Lane',
  'Harbour Road',
  'Kingfisher Avenue',
  'Marula Drive',
  'Old Mill Road',
  'Protea Crescent',
  'Quarry Street',
  'Station Road',
  'Weaver Close',
] as const;

export type InFourLanguages = Readonly<Record<Language, string>>;

/** What staff answer first. */
export const replies: InFourLanguages = {
  en: 'Thank you for telling us. A team has been asked to look at it.',
  zu: 'Siyabonga ngokusazisa. Ithimba licelwe ukuthi libheke lolu daba.',
  af: 'Dankie dat u ons laat weet het. ’n Span is gevra om daarna te kyk.',
  ar: 'شكرًا لإبلاغنا. طُلب من فريق مختص متابعة الأمر.',
};

/** What a contact writes while they wait. */
export const asking: InFourLanguages = {
  en: 'Is there any news?',
  zu: 'Ingabe kukhona okusha?',
  af: 'Is daar enige nuus?',
  ar: 'هل من جديد؟',
};

export const notes = [
  'Called back, no answer.',
  'Team is on its way.',
  'Waiting for a part.',
  'Photos received.',
] as const;
