import { describe, expect, test } from 'vitest';
import { answerIn, joinInbound, wishIn, type Candidate } from '../../../src/main/domain/messages/inbound.ts';
import { T0 } from '../../support/centre.ts';

describe('somebody who wants no more messages', () => {
  test.each(['STOP', ' stop. ', 'Stop!', 'unsubscribe', 'opt-out', 'YEKA', 'Staak', 'إيقاف', 'توقّف', 'إلغاء الاشتراك'])(
    'says so by %j',
    (text) => {
      expect(wishIn(text)).toBe('stop');
    },
  );

  test.each(['START', 'unstop', 'Qala', 'Hervat', 'ابدأ', 'اشتراك'])('and wants them again by %j', (text) => {
    expect(wishIn(text)).toBe('start');
  });

  test.each(['please stop the leak', 'it did not stop', 'yes', 'when will you start?', 'لا تتوقف المياه', ''])(
    'says nothing of it by %j',
    (text) => {
      expect(wishIn(text)).toBeNull();
    },
  );
});

describe('the answer to “resolved, please confirm”', () => {
  test.each(
    [
      ['Yes', 'YES!', 'y', 'yes thank you very much', 'ok', '1', 'Confirmed.', '👍', '👍🏾', '✅', 'Yes 🙏'],
      ['Yebo', 'Yebo, ngiyabonga kakhulu', 'Ja', 'Ja dankie', 'نعم', 'نَعَم', 'نعم، شكرًا', '١', '۱', 'أجل'],
      'Yes WK-A-000042',
      'yes [K7Q2P4]',
    ].flat(),
  )('is yes by %j', (text) => {
    expect(answerIn(text, ['WK-A-000042', 'K7Q2P4'])).toBe('yes');
  });

  test.each(
    [
      ['No', 'no it still leaks', 'Nope', 'Not fixed', 'not resolved', '2', '👎', '👎🏿', '❌'],
      ['Cha', 'Cha, isavuza', 'Nee', 'Nee, dit lek nog', 'لا', 'لا، المشكلة قائمة', '٢', 'كلا', 'لم تحل'],
    ].flat(),
  )('is no by %j', (text) => {
    expect(answerIn(text)).toBe('no');
  });

  test.each(
    [
      [
        'yes but it leaks again',
        'yes and no',
        'Yes, it is fixed',
        'Ok. Has it been fixed?',
        'ok, is it done?',
        'ok is it done',
        'was it resolved? ok thanks',
        'Yes the problem is',
        'yes?',
        'نعم؟',
        'نعم، هل حلت المشكلة',
        'No problem, thank you',
        'is it not fixed yes?',
        'thank you',
        'why?',
        '',
      ],
      [
        '10',
        '12',
        'Yes I have another question',
        'Dankie',
        'شكرا',
        'لا مشكلة',
        'WK-A-000001',
        'yesterday',
        'nobody came',
      ],
    ].flat(),
  )('is for a person to read by %j', (text) => {
    expect(answerIn(text)).toBeNull();
  });
});

describe('what comes in belongs to', () => {
  const ticket = (ticketId: string, parts: Partial<Candidate> = {}): Candidate => ({
    ticketId,
    number: `WK-A-00000${ticketId}`,
    references: [`REF${ticketId}`],
    isOwn: true,
    isClosed: false,
    askedAt: null,
    lastAt: T0 + Number(ticketId),
    ...parts,
  });

  test('the one of the sender’s tickets that it names by number or reference, closed or not', () => {
    const tickets = [ticket('1', { isClosed: true }), ticket('2')];
    expect(joinInbound('about wk-a-000001: thanks', tickets)?.ticketId).toBe('1');
    expect(joinInbound('[ref1] thanks', tickets)?.ticketId).toBe('1');
    expect(joinInbound('about WK-A-0000012', tickets)?.ticketId).toBe('2');
  });

  test('else the newest that is not closed, else the newest', () => {
    expect(joinInbound('hello', [ticket('1'), ticket('2'), ticket('3', { isClosed: true })])?.ticketId).toBe('2');
    const closed = [ticket('1', { isClosed: true }), ticket('2', { isClosed: true })];
    expect(joinInbound('hello', closed)?.ticketId).toBe('2');
  });

  test('a yes or no to the one that was asked about last, and anything else to the newest', () => {
    const tickets = [ticket('1', { askedAt: T0 }), ticket('2', { askedAt: T0 + 1 }), ticket('3'), ticket('4')];
    expect(joinInbound('no', tickets)).toEqual({ ticketId: '2', confirms: 'no' });
    expect(joinInbound('no WK-A-000003', tickets)).toEqual({ ticketId: '3', confirms: 'no' });
    expect(joinInbound('the bin is full again', tickets)?.ticketId).toBe('4');
  });

  test('somebody else’s by its name alone, and then it confirms nothing', () => {
    const strangers = ticket('1', { isOwn: false });
    expect(joinInbound('yes', [strangers])).toBeNull();
    expect(joinInbound('yes WK-A-000001', [strangers])).toEqual({ ticketId: '1', confirms: null });
  });

  test('the sender’s own open one before somebody else’s that it names', () => {
    const candidates = [ticket('1', { isOwn: false }), ticket('2')];
    expect(joinInbound('yes WK-A-000001', candidates)).toEqual({ ticketId: '2', confirms: null });
  });

  test('none, where there is none', () => {
    expect(joinInbound('yes', [])).toBeNull();
  });

  test('and its answer counts without the name in it', () => {
    expect(joinInbound('YES WK-A-000001 [REF1]', [ticket('1')])).toEqual({ ticketId: '1', confirms: 'yes' });
  });
});
