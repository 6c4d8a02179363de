import type { Profile, TicketKind } from '../../../preload/contract/values.ts';
import type { InFourLanguages } from './sample-words.ts';

/** `responseHours`, `resolutionHours`: a policy of its own for the category; null leaves it to the organization's. */
export type SampleCategory = {
  name: string;
  team: string;
  kind: TicketKind;
  hours: { response: number | null; resolution: number } | null;
  subject: InFourLanguages;
};

export type SampleOrganization = {
  key: 'municipality' | 'hospital';
  name: string;
  profile: Profile;
  timezone: string;
  teams: readonly string[];
  categories: readonly SampleCategory[];
  /** What a sensitive ticket is called; its story is told nowhere. */
  sensitiveSubject: InFourLanguages;
  /** Somewhere in the open sea, so that no made-up complaint points at a real house. */
  place: { latitude: number; longitude: number };
};

/** The team of whoever makes the sample: an escalation reaches them within minutes. */
export const CONTROL_ROOM = 'Control room';

export const municipality: SampleOrganization = {
  key: 'municipality',
  name: 'Khanyamanzi Municipality',
  profile: 'municipal',
  timezone: 'Africa/Johannesburg',
  teams: [CONTROL_ROOM, 'Water and sanitation', 'Electricity', 'Roads', 'Waste', 'Customer accounts'],
  place: { latitude: -31.4, longitude: 31.2 },
  sensitiveSubject: {
    en: 'Confidential: call from a resident at risk',
    zu: 'Okuyimfihlo: ucingo oluvela kumhlali osengozini',
    af: 'Vertroulik: oproep van ’n inwoner in gevaar',
    ar: 'سري: مكالمة من ساكن معرّض للخطر',
  },
  categories: [
    {
      name: 'Water leak',
      team: 'Water and sanitation',
      kind: 'service_request',
      hours: { response: 4, resolution: 24 },
      subject: {
        en: 'Water is leaking into the street',
        zu: 'Amanzi ayavuza emgwaqweni',
        af: 'Waterlek in die straat',
        ar: 'تسرب مياه في الشارع',
      },
    },
    {
      name: 'Sewer overflow',
      team: 'Water and sanitation',
      kind: 'complaint',
      hours: { response: 2, resolution: 24 },
      subject: {
        en: 'Sewer is overflowing',
        zu: 'Indle iyachichima',
        af: 'Riool loop oor',
        ar: 'طفح مياه الصرف الصحي',
      },
    },
    {
      name: 'Power failure',
      team: 'Electricity',
      kind: 'service_request',
      hours: { response: 2, resolution: 24 },
      subject: {
        en: 'No power since this morning',
        zu: 'Ugesi awukho kusukela ekuseni',
        af: 'Geen krag sedert vanoggend nie',
        ar: 'انقطاع الكهرباء منذ الصباح',
      },
    },
    {
      name: 'Street light',
      team: 'Electricity',
      kind: 'service_request',
      hours: { response: 24, resolution: 168 },
      subject: {
        en: 'Street light does not work',
        zu: 'Isibani somgwaqo asikhanyi',
        af: 'Straatlig werk nie',
        ar: 'عمود الإنارة لا يعمل',
      },
    },
    {
      name: 'Pothole',
      team: 'Roads',
      kind: 'service_request',
      hours: null,
      subject: {
        en: 'Large pothole in the road',
        zu: 'Umgodi omkhulu emgwaqweni',
        af: 'Groot slaggat in die pad',
        ar: 'حفرة كبيرة في الطريق',
      },
    },
    {
      name: 'Refuse not collected',
      team: 'Waste',
      kind: 'complaint',
      hours: { response: 24, resolution: 72 },
      subject: {
        en: 'Refuse was not collected this week',
        zu: 'Udoti awulandwanga kuleli sonto',
        af: 'Vullis is nie hierdie week verwyder nie',
        ar: 'لم تُجمع القمامة هذا الأسبوع',
      },
    },
    {
      name: 'Illegal dumping',
      team: 'Waste',
      kind: 'observation',
      hours: null,
      subject: {
        en: 'Rubbish is being dumped here',
        zu: 'Kulahlwa udoti ngokungemthetho',
        af: 'Onwettige storting van rommel',
        ar: 'إلقاء نفايات غير قانوني',
      },
    },
    {
      name: 'Account query',
      team: 'Customer accounts',
      kind: 'inquiry',
      hours: null,
      subject: {
        en: 'My account is not right',
        zu: 'I-akhawunti yami ayilungile',
        af: 'My rekening is verkeerd',
        ar: 'فاتورتي غير صحيحة',
      },
    },
    {
      name: 'Control centre call',
      team: CONTROL_ROOM,
      kind: 'complaint',
      hours: { response: 1, resolution: 4 },
      subject: {
        en: 'Nobody came after two calls',
        zu: 'Akekho ofikile emva kwezingcingo ezimbili',
        af: 'Niemand het na twee oproepe gekom nie',
        ar: 'لم يأتِ أحد بعد مكالمتين',
      },
    },
  ],
};

export const hospital: SampleOrganization = {
  key: 'hospital',
  name: 'Amber Bay Hospital',
  profile: 'hospital',
  timezone: 'Asia/Riyadh',
  teams: [CONTROL_ROOM, 'Outpatients', 'Wards', 'Pharmacy', 'Facilities'],
  place: { latitude: 20.3, longitude: 38.4 },
  sensitiveSubject: {
    en: 'Confidential: patient asks for a private talk',
    zu: 'Okuyimfihlo: isiguli sicela ingxoxo yangasese',
    af: 'Vertroulik: pasiënt vra ’n private gesprek',
    ar: 'سري: مريض يطلب حديثًا خاصًا',
  },
  categories: [
    {
      name: 'Waiting time',
      team: 'Outpatients',
      kind: 'complaint',
      hours: null,
      subject: {
        en: 'Waited far too long at the clinic',
        zu: 'Ngilinde isikhathi eside kakhulu emtholampilo',
        af: 'Te lank gewag by die kliniek',
        ar: 'انتظار طويل في العيادة',
      },
    },
    {
      name: 'Communication',
      team: 'Outpatients',
      kind: 'complaint',
      hours: null,
      subject: {
        en: 'Nobody answers the telephone',
        zu: 'Akekho ophendula ucingo',
        af: 'Niemand antwoord die telefoon nie',
        ar: 'لا أحد يرد على الهاتف',
      },
    },
    {
      name: 'Cleanliness',
      team: 'Wards',
      kind: 'complaint',
      hours: null,
      subject: {
        en: 'The room was not clean',
        zu: 'Igumbi belingahlanzekile',
        af: 'Die kamer was nie skoon nie',
        ar: 'الغرفة لم تكن نظيفة',
      },
    },
    {
      name: 'Food',
      team: 'Wards',
      kind: 'observation',
      hours: null,
      subject: { en: 'Meals came cold', zu: 'Ukudla bekubanda', af: 'Die kos was koud', ar: 'الطعام كان باردًا' },
    },
    {
      name: 'Medicine not available',
      team: 'Pharmacy',
      kind: 'complaint',
      hours: null,
      subject: {
        en: 'Medicine was not at the pharmacy',
        zu: 'Umuthi ubungekho ekhemisi',
        af: 'Medisyne was nie beskikbaar nie',
        ar: 'الدواء غير متوفر في الصيدلية',
      },
    },
    {
      name: 'Parking',
      team: 'Facilities',
      kind: 'inquiry',
      hours: null,
      subject: {
        en: 'No parking for visitors',
        zu: 'Ayikho indawo yokupaka yezivakashi',
        af: 'Geen parkeerplek vir besoekers nie',
        ar: 'لا يوجد موقف لسيارات الزوار',
      },
    },
    {
      name: 'Hygiene action plan',
      team: CONTROL_ROOM,
      kind: 'action_plan',
      hours: null,
      subject: {
        en: 'Hand hygiene: follow up the ward round',
        zu: 'Ukuhlanzeka kwezandla: landela ukuhamba kwewadi',
        af: 'Handhigiëne: volg die saalronde op',
        ar: 'نظافة الأيدي: متابعة جولة الأقسام',
      },
    },
  ],
};

export const sampleOrganizations: readonly SampleOrganization[] = [municipality, hospital];
