import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CreateTicketInput } from '../../../src/preload/contract/tickets.ts';
import { hospital, people, T0, wardTeam } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { intake, unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('search');
});
afterAll(() => desk.close());

const finds = async (words: string, viewerId: string = people.agent): Promise<string[]> =>
  unwrap(await desk.read('search', { words, limit: 50 }, viewerId)).map(({ subject }) => subject);

describe('a search', () => {
  const contact = (parts: Partial<CreateTicketInput['contact']>) => ({ contact: { ...intake.contact, ...parts } });
  const cases: readonly { what: string; has: Partial<CreateTicketInput>; by: readonly string[] }[] = [
    {
      what: 'a word of the subject, its beginning, and letters of any height',
      has: { subject: 'Gully overflowing' },
      by: ['overflowing', 'OVERFL', 'overflowing gully'],
    },
    { what: 'accents or none', has: { subject: 'Façade at Zoë’s café' }, by: ['facade', 'zoe', 'CAFÉ'] },
    {
      what: 'words of the description',
      has: { subject: 'described', description: 'a hippopotamus stands on the lawn' },
      by: ['hippopotamus lawn'],
    },
    {
      what: 'a phone number however it was written',
      has: { subject: 'phoned', ...contact({ phone: '083 999 8877' }) },
      by: ['0839998877', '083 999 8877', '083-999-8877'],
    },
    {
      what: 'an address of mail',
      has: { subject: 'mailed', ...contact({ email: 'nomsa@harbour.example' }) },
      by: ['nomsa@harbour.example', 'nomsa'],
    },
    {
      what: 'a place',
      has: { subject: 'placed', place: { ...intake.place, address: '17 Umgeni Street' } },
      by: ['umgeni', '17 umg'],
    },
    { what: 'Arabic without its vowel signs and stretching', has: { subject: 'تَسَرُّبُ ميــاه' }, by: ['تسرب', 'مياه'] },
    {
      what: 'Arabic letters with hamza or without',
      has: { subject: 'أعمال الإنارة' },
      by: ['اعمال', 'الانارة', 'الإنا'],
    },
    { what: 'digits of either script', has: { subject: 'room ٤٢٧٧' }, by: ['4277', '٤٢٧٧', '۴۲۷۷'] },
    {
      what: 'text pasted with direction marks',
      has: { subject: 'pasted\u200f\u202bmarks' },
      by: ['pastedmarks', 'pasted\u200emarks'],
    },
  ];
  for (const { what, has, by } of cases) {
    test(`finds by ${what}`, async () => {
      await desk.creates(has);
      for (const words of by) expect([words, await finds(words)]).toEqual([words, [has.subject]]);
    });
  }

  test('finds by what was noted and replied, and no more once that is undone', async () => {
    const { ticketId } = await desk.creates({ subject: 'talked about' });
    const { eventId } = await desk.does({ kind: 'note', input: { ticketId, text: 'the zebra called' } });
    await desk.does({ kind: 'reply', input: { ticketId, text: 'we send a giraffe', seenVersion: null } });
    expect(await finds('zebra')).toEqual(['talked about']);
    expect(await finds('giraffe')).toEqual(['talked about']);
    await desk.does({ kind: 'undo', input: { eventId } });
    expect(await finds('zebra')).toEqual([]);
  });

  test('finds by new words after a change, and by the old ones no more', async () => {
    const { ticketId } = await desk.creates({ subject: 'Lamppost dark' });
    await desk.does({ kind: 'update', input: { ticketId, patch: { subject: 'Trafficlight dark' } } });
    expect(await finds('lamppost')).toEqual([]);
    expect(await finds('trafficlight')).toEqual(['Trafficlight dark']);
  });

  test('finds by a beginning that few words have, and by one that many have', async () => {
    for (let n = 0; n < 30; n += 1)
      await desk.creates({ subject: `xylo${String.fromCodePoint(97 + (n % 26))}${n}phone` });
    expect(await finds('xyloa')).toHaveLength(2);
    expect(await finds('xyl')).toHaveLength(30);
    expect(await finds('pipe xyl')).toEqual([]);
    expect(await finds('xyla')).toEqual([]);
  });

  test('gives the newest first', async () => {
    for (let n = 0; n < 5; n += 1) {
      desk.nowAt = T0 + 1000 * n;
      await desk.creates({ subject: `quokka ${n}` });
    }
    expect(await finds('quokka')).toEqual(['quokka 4', 'quokka 3', 'quokka 2', 'quokka 1', 'quokka 0']);
  });

  test('puts a tracking number typed in full before everything else, in small letters too', async () => {
    const { number } = await desk.creates({ subject: 'numbered' });
    desk.nowAt += 1000;
    await desk.creates({ subject: 'newer, and speaks of it', description: `see ${number}` });
    expect((await finds(number))[0]).toBe('numbered');
    expect((await finds(` ${number.toLowerCase()} `))[0]).toBe('numbered');
    expect(
      unwrap(await desk.read('find-ticket', { number: number.toLowerCase() }, people.agent)).ticketId,
    ).toBeTruthy();
  });

  test('keeps to one organization when asked', async () => {
    await desk.creates({ subject: 'wombat in the city' });
    await desk.creates({ subject: 'wombat in the ward', organizationId: hospital, teamId: wardTeam });
    const found = unwrap(
      await desk.read('search', { words: 'wombat', organizationId: hospital, limit: 9 }, people.agent),
    );
    expect(found.map(({ subject }) => subject)).toEqual(['wombat in the ward']);
    expect(await finds('wombat', people.administrator)).toEqual([]);
  });

  test('takes nothing typed for a part of its own language', async () => {
    for (const words of [
      '"',
      '*',
      'pipe OR',
      'scope : x',
      'NEAR(pipe)',
      '-pipe',
      '^',
      '()',
      "';--",
      '\u0000',
      '{scope} : x',
      'o'.repeat(300),
    ]) {
      expect(Array.isArray(unwrap(await desk.read('search', { words, limit: 5 }, people.agent)))).toBe(true);
    }
  });

  test('leaves nothing behind that the log does not have', async () => {
    expect(await desk.differences()).toEqual([]);
  });
});
