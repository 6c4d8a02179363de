import type { KnownCaller } from '../../../preload/contract/intake.ts';
import { success } from '../../../preload/contract/result.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { beginning, placesOf } from '../search/match.ts';
import { digitsOf, phoneForms } from '../search/phone-forms.ts';
import { normalise, wordsOf } from '../search/words.ts';
import type { Statements } from '../statements.ts';
import { queueRowsOf } from './queue-rows.ts';
import type { Query } from './read-context.ts';
import { stretchesOf } from './scope.ts';

const MOST = 5;
/** Newest tickets that are looked into: a caller of years ago is found by more of the name. */
const LOOKED_INTO = 60;
const FEWEST_DIGITS = 4;

type Contact = Pick<KnownCaller, 'name' | 'phone' | 'email'>;
type Asked = { terms: string; fits: (contact: Contact) => boolean };

function asked(text: string, statements: Statements): Asked | null {
  const plain = normalise(text).trim();
  const digits = digitsOf(plain);
  if (!/\p{L}/u.test(plain)) {
    if (digits.length < FEWEST_DIGITS) return null;
    const forms = phoneForms(digits);
    return {
      terms: forms.map((form) => beginning(form, statements)).join(' OR '),
      // The words of a ticket may hold the digits elsewhere: only the caller's own number counts.
      fits: ({ phone }) => {
        const own = digitsOf(normalise(phone));
        return forms.some((form) => own.startsWith(form)) || own.includes(digits);
      },
    };
  }
  const words = wordsOf(plain).slice(0, 6);
  return {
    terms: words.map((word) => beginning(word, statements)).join(' AND '),
    fits({ name, phone, email }) {
      const own = wordsOf(`${name} ${phone} ${email}`);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    },
  };
}

/**
 * People who called before, newest ticket first, each once. Sensitive tickets are not read for anybody: a screen is seen by
 * more people than its user, and a name on it says that there was something. Rule: product.md, SLA 10.
 */
export const findCaller: Query<'find-caller'> = ({ words, organizationId }, context) => {
  const { statements, viewer, log, config } = context;
  const stretches = stretchesOf(viewer, organizationId).filter(({ sensitive }) => sensitive === 0);
  const wanted = asked(words, statements);
  if (wanted === null || stretches.length === 0) return success([]);
  const callers = new Map<string, KnownCaller>();
  for (const row of queueRowsOf(context, placesOf(statements, stretches, wanted.terms, LOOKED_INTO))) {
    const state = foldTicket(log.ofTicket(row.id), config);
    if (state === null || !wanted.fits(state.contact)) continue;
    const { name, phone, email, language, channels } = state.contact;
    const same = [wordsOf(name).join(' '), digitsOf(normalise(phone)), normalise(email)].join('|');
    if (callers.has(same)) continue;
    const { number, subject, createdAt } = row;
    const own = channels === undefined ? {} : { channels: [...channels] };
    callers.set(same, { name, phone, email, language, ...own, last: { number, subject, createdAt } });
    if (callers.size === MOST) break;
  }
  return success([...callers.values()]);
};
