import type { LikelyDuplicate } from '../../../preload/contract/intake.ts';
import { success } from '../../../preload/contract/result.ts';
import type { QueueRow } from '../../../preload/contract/tickets.ts';
import { likeness, type Matter } from '../../domain/triage/likeness.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { isEnded } from '../../domain/ticket/status-moves.ts';
import { placesOf } from '../search/match.ts';
import { atHome, digitsOf, phoneForms } from '../search/phone-forms.ts';
import { normalise, wordsOf } from '../search/words.ts';
import { queueRowsOf } from './queue-rows.ts';
import type { Query, ReadContext } from './read-context.ts';
import { stretchesOf } from './scope.ts';

const MOST = 3;
/** Newest tickets that each kind of likeness may bring, and how many of all are compared. */
const BROUGHT = 60;
const COMPARED = 40;
const FEWEST_DIGITS = 7;

type Told = {
  subject: string;
  category: string;
  phone: string;
  address: string;
  latitude: number | null;
  longitude: number | null;
};

function matterOf({ subject, category, phone, address, latitude, longitude }: Told): Matter {
  return {
    category: wordsOf(category).join(' '),
    subject: new Set(wordsOf(subject)),
    address: new Set(wordsOf(address)),
    at: latitude === null || longitude === null ? null : { latitude, longitude },
    phone: atHome(digitsOf(normalise(phone))),
  };
}

/** What a duplicate would be found by: its place, its caller, or what it is about. */
function searches({ subject, category, phone, address }: Told): string[] {
  const all = (text: string): string => [...new Set(wordsOf(text))].map((word) => `"${word}"`).join(' AND ');
  const digits = digitsOf(normalise(phone));
  const terms = [
    wordsOf(address).length < 2 ? '' : all(address),
    digits.length < FEWEST_DIGITS
      ? ''
      : phoneForms(digits)
          .map((form) => `"${form}"`)
          .join(' OR '),
    all(category),
    all(subject),
    [...new Set(wordsOf(subject))].map((word) => `"${word}"`).join(' OR '),
  ];
  return [...new Set(terms)].filter((each) => each !== '');
}

/** Rows that the most searches brought, the newest first among equals. */
function candidates(context: ReadContext, told: Told, organizationId: string): QueueRow[] {
  const stretches = stretchesOf(context.viewer, organizationId).filter(({ sensitive }) => sensitive === 0);
  if (stretches.length === 0) return [];
  const brought = new Map<number, number>();
  for (const terms of searches(told)) {
    for (const place of placesOf(context.statements, stretches, terms, BROUGHT))
      brought.set(place, (brought.get(place) ?? 0) + 1);
  }
  const places = [...brought].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a).map(([place]) => place);
  return queueRowsOf(context, places)
    .filter(({ status }) => !isEnded(status))
    .slice(0, COMPARED);
}

/**
 * Open tickets that are likely about the same as one that is being written. Sensitive ones are not read for anybody, so
 * that no hint tells of one. Rule: product.md, SLA 10.
 */
export const likelyDuplicates: Query<'likely-duplicates'> = ({ organizationId, ...told }, context) => {
  const wanted = matterOf(told);
  const found = candidates(context, told, organizationId).flatMap((ticket) => {
    const state = foldTicket(context.log.ofTicket(ticket.id), context.config);
    if (state === null) return [];
    const { subject, category, contact, place } = state;
    const like = likeness(wanted, matterOf({ subject, category, phone: contact.phone, ...place }));
    return like === null ? [] : [{ ticket, ...like }];
  });
  const likeliest = found.sort((a, b) => b.score - a.score || b.ticket.createdAt - a.ticket.createdAt).slice(0, MOST);
  return success(likeliest.map(({ ticket, because }): LikelyDuplicate => ({ ticket, because })));
};
