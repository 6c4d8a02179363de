import type { Instant } from '../../../preload/contract/values.ts';
import { courtesies, noButFine, noWords, startWords, stopWords, yesWords } from './inbound-words.ts';

/** Skin tones, variation selectors and joiners: a thumb is a thumb. */
const emojiDress = /[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D/gu;
const arabicMarks = /[\u064B-\u0652\u0670\u0640]/gu;

/** Letters that are written in several ways, and digits of Arabic, as one; marks that nobody types left out. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(arabicMarks, '')
    .replaceAll(/[أإآٱ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => `${digit.charCodeAt(0) - 0x0660}`)
    .replaceAll(/[\u06F0-\u06F9]/gu, (digit) => `${digit.charCodeAt(0) - 0x06f0}`)
    .replaceAll(emojiDress, '')
    .replaceAll(/['’]/gu, '');
}

/** Each emoji is a word of its own. */
function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

/** @returns what somebody wants of further messages: the whole message has to say so, since “stop” is also said of a leak */
export function wishIn(text: string): 'stop' | 'start' | null {
  const said = wordsOf(text).join(' ');
  if (stopWords.has(said)) return 'stop';
  return startWords.has(said) ? 'start' : null;
}

/**
 * What a contact says to “resolved, please confirm”.
 * @returns `yes` only where nothing else is said beside thanks; `no` where it begins so; null where a person has to read it.
 * A wrong yes would close a ticket that is not done, a wrong no only has it looked at again.
 * @param named  tracking number and reference, which are no part of the answer
 */
export function answerIn(text: string, named: readonly string[] = []): 'yes' | 'no' | null {
  const left = named.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(plain(name), ' ')), plain(text));
  const words = wordsOf(left);
  const saysYes = words.some((word) => yesWords.has(word));
  const saysNo = words.some((word) => noWords.has(word));
  // Whoever asks has not answered; `plain` writes every question mark as one of these.
  if (saysYes && /[?؟]/u.test(left)) return null;
  if (saysYes && !saysNo) return words.every((word) => yesWords.has(word) || courtesies.has(word)) ? 'yes' : null;
  const [first = ''] = words;
  return noWords.has(first) && !saysYes && !words.some((word) => noButFine.has(word)) ? 'no' : null;
}

/** A ticket that a message could belong to. */
export type Candidate = {
  ticketId: string;
  /** Tracking number. */
  number: string;
  /** Short references of what was sent about it. */
  references: readonly string[];
  /** Whether the message comes from an address that its contact is written to, and still has. */
  isOwn: boolean;
  isClosed: boolean;
  /** Since when the sender may answer “resolved, please confirm” about it; null where that is not asked. */
  askedAt: Instant | null;
  /** When it was last written to about it, or else created. */
  lastAt: Instant;
};

/** `confirms`: whether the answer counts; a stranger who knows a number may write, and closes nothing. */
export type Joined = { ticketId: string; confirms: 'yes' | 'no' | null };

function names(text: string, name: string): boolean {
  if (name === '') return false;
  const at = text.indexOf(plain(name));
  if (at < 0) return false;
  // `WK-A-000001` is not named by `WK-A-0000012`.
  const around = [text.at(at - 1), text.at(at + plain(name).length)];
  return (at === 0 || !/[\p{L}\p{N}]/u.test(around[0] ?? '')) && !/[\p{L}\p{N}]/u.test(around[1] ?? '');
}

function newestFirst(a: Candidate, b: Candidate): number {
  return b.lastAt - a.lastAt || (a.ticketId < b.ticketId ? -1 : 1);
}

/** An ordinary update about another ticket that came later asks nothing. */
function lastAsked(own: readonly Candidate[]): Candidate | undefined {
  const asked = own.filter(({ askedAt }) => askedAt !== null);
  return asked.sort((a, b) => (b.askedAt ?? 0) - (a.askedAt ?? 0))[0];
}

/**
 * Which ticket what came in belongs to: of the sender's own the one that it names by tracking number or reference; a yes or no
 * to the one that was asked about last; else the newest that is not closed, else the newest; of others one that it names.
 * @returns null where it belongs to none
 * Rule: product.md, Notifications: inbound WhatsApp and SMS join their ticket.
 */
export function joinInbound(text: string, candidates: readonly Candidate[]): Joined | null {
  const said = plain(text);
  const isNamed = ({ number, references }: Candidate): boolean => [number, ...references].some((it) => names(said, it));
  const inOrder = [...candidates].sort(newestFirst);
  const own = inOrder.filter(({ isOwn }) => isOwn);
  const isAnswer = answerIn(text) !== null;
  const found =
    own.find(isNamed) ??
    (isAnswer ? lastAsked(own) : undefined) ??
    own.find(({ isClosed }) => !isClosed) ??
    inOrder.find((it) => !it.isOwn && isNamed(it)) ??
    own[0];
  if (found === undefined) return null;
  const { ticketId, isOwn, number, references } = found;
  return { ticketId, confirms: isOwn ? answerIn(text, [number, ...references]) : null };
}
