import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LikelyDuplicatesInput } from '../../../src/preload/contract/intake.ts';
import { city, hospital, people, uid, user, wardTeam } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

const cityAgent = uid(201);
const contact = (name: string, phone = '', email = '') => ({ name, phone, email, language: 'en' as const });
const place = (address: string) => ({ address, latitude: null, longitude: null });

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('intake-hints');
  const value = user(cityAgent, { grants: [{ organizationId: city, role: 'agent', order: 9 }] });
  unwrap(await desk.execute('save-config', { entities: [{ kind: 'user_saved', value }] }, null));
});
afterAll(() => desk.close());

describe('a caller who called before', () => {
  const find = async (words: string, viewerId: string = people.agent, organizationId?: string) =>
    unwrap(await desk.read('find-caller', { words, organizationId }, viewerId));
  const names = async (words: string, viewerId?: string, organizationId?: string) =>
    (await find(words, viewerId, organizationId)).map(({ name }) => name);

  beforeAll(async () => {
    await desk.creates({ subject: 'First', contact: contact('Thandi Mokoena', '082 555 0101', 'thandi@example.org') });
    await desk.creates({
      subject: 'Second',
      contact: contact('Thandi  Mokoena', '082-555-0101', 'Thandi@example.org'),
    });
    await desk.creates({ subject: 'Call Thandi back', contact: contact('Pieter van Wyk', '+27 82 555 0202') });
    await desk.creates({
      subject: 'Ward',
      organizationId: hospital,
      teamId: wardTeam,
      contact: contact('Thandeka Ward'),
    });
    const hidden = { sensitive: true, subject: 'Hidden', contact: contact('Thandolwethu Hidden', '082 555 0303') };
    await desk.creates(hidden, people.clearedSupervisor);
  });

  test('is found by the beginnings of the name, once, as the newest ticket has them', async () => {
    expect(await find('tha mok')).toEqual([
      {
        ...contact('Thandi  Mokoena', '082-555-0101', 'Thandi@example.org'),
        last: expect.objectContaining({ subject: 'Second' }) as unknown,
      },
    ]);
  });
  test('is found by the number as it is begun, at home or from abroad, in whatever digits', async () => {
    for (const words of ['0825550101', '082 555 01', '+27 82 555 0101', '٠٨٢٥٥٥٠١٠١'])
      expect([words, await names(words)]).toEqual([words, ['Thandi  Mokoena']]);
    for (const words of ['0825550202', '27825550202', '0027 82 555 0202'])
      expect([words, await names(words)]).toEqual([words, ['Pieter van Wyk']]);
  });
  test('is not somebody whose ticket only speaks of them', async () => {
    expect(await names('thandi')).toEqual(['Thandi  Mokoena']);
  });
  test('is nobody while too little is typed', async () => {
    expect([await find(''), await find('  '), await find('082'), await find('-')]).toEqual([[], [], [], []]);
  });
  test('is found only in organizations that the viewer sees, and in one of them when it is chosen', async () => {
    expect(await names('thandeka')).toEqual(['Thandeka Ward']);
    expect(await names('thandeka', people.agent, city)).toEqual([]);
    expect(await names('thandeka', cityAgent)).toEqual([]);
    expect(await names('thandi', people.administrator)).toEqual([]);
  });
  test('of a sensitive ticket is found by nobody, cleared or not, nor once a ticket has become sensitive', async () => {
    for (const viewerId of [people.agent, people.clearedSupervisor]) {
      expect(await find('thandolwethu', viewerId)).toEqual([]);
      expect(await find('082 555 0303', viewerId)).toEqual([]);
    }
    const { ticketId } = await desk.creates({ contact: contact('Marked Later', '082 555 0404') });
    expect(await names('marked later')).toEqual(['Marked Later']);
    await desk.does({ kind: 'mark_sensitive', input: { ticketId } });
    expect(await find('marked later', people.clearedSupervisor)).toEqual([]);
  });
});

describe('likely duplicates', () => {
  const asked: LikelyDuplicatesInput = {
    organizationId: city,
    subject: 'Sewage on the pavement',
    category: 'sewer',
    phone: '',
    address: '7 Protea Crescent',
    latitude: null,
    longitude: null,
  };
  const likely = async (part: Partial<LikelyDuplicatesInput> = {}, viewerId: string = people.agent) =>
    unwrap(await desk.read('likely-duplicates', { ...asked, ...part }, viewerId));
  const sewer = (subject: string, address: string, part = {}) =>
    desk.creates({ subject, category: 'sewer', place: place(address), contact: contact(''), description: '', ...part });

  test('are open tickets of the place or the words, the likeliest first, three at most', async () => {
    const same = await sewer('It smells', '7 Protea Crescent');
    const alike = await sewer('Sewage on the pavement', '');
    await sewer('Sewage on the pavement', '90 Weaver Close');
    const done = await sewer('Sewage on the pavement', '7 Protea Crescent');
    const status = { ticketId: done.ticketId, status: 'resolved', reason: '', disposition: null } as const;
    await desk.does({ kind: 'set_status', input: status });
    const found = await likely();
    expect(found.map(({ ticket, because }) => [ticket.id, because])).toEqual([
      [same.ticketId, ['place', 'category']],
      [alike.ticketId, ['category', 'words']],
    ]);
    for (let n = 0; n < 5; n += 1) await sewer(`Again ${n}`, '7 Protea Crescent');
    expect(await likely()).toHaveLength(3);
  });
  test('are found by the caller, whichever way the number is written', async () => {
    const { ticketId } = await desk.creates({
      category: 'graffiti',
      subject: 'Paint',
      contact: contact('', '+27 83 444 1212'),
      place: place(''),
    });
    const found = await likely({ category: 'Graffiti', subject: '', address: '', phone: '083 444 1212' });
    expect(found).toMatchObject([{ ticket: { id: ticketId }, because: ['caller', 'category'] }]);
  });
  test('are none for a call of which nothing is told, or in an organization that one does not see', async () => {
    expect(await likely({ subject: '', category: '', address: '' })).toEqual([]);
    const ward = { category: 'food', subject: 'Cold food', contact: contact(''), place: place('Ward 3 bed 4') };
    await desk.creates({ ...ward, organizationId: hospital, teamId: wardTeam });
    const there = { organizationId: hospital, category: 'food', subject: 'Cold food', address: 'Ward 3 bed 4' };
    expect(await likely(there)).toHaveLength(1);
    expect(await likely(there, cityAgent)).toEqual([]);
  });
  test('answer the same whether or not a sensitive ticket would be the likeliest, for anybody', async () => {
    const told = { subject: 'Shouting next door', category: 'noise', address: '3 Aloe Street' };
    const before = await likely(told, people.clearedSupervisor);
    await desk.creates({ ...told, place: place(told.address), sensitive: true }, people.clearedSupervisor);
    expect(await likely(told)).toEqual(before);
    expect(await likely(told, people.clearedSupervisor)).toEqual(before);
  });
});
