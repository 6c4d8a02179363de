import { expect, test } from 'vitest';
import type { Way } from '../../../src/main/domain/messages/message.ts';
import { goOnBy } from '../../../src/main/domain/messages/ways-now.ts';

const whatsapp: Way = { channel: 'whatsapp', address: '+27821234567' };
const sms: Way = { channel: 'sms', address: '+27821234567' };
const mail: Way = { channel: 'email', address: 'sipho@example.org' };
const newSms: Way = { channel: 'sms', address: '+27831234567' };
const newWhatsapp: Way = { channel: 'whatsapp', address: '+27831234567' };

test('a message whose way has changed goes on by the same channel, where there still is one', () => {
  expect(goOnBy({ ways: [whatsapp, sms], step: 1 }, [newWhatsapp, newSms, mail])).toEqual({
    ways: [newWhatsapp, newSms, mail],
    step: 1,
  });
});

test('else by the first way that was not tried', () => {
  expect(goOnBy({ ways: [whatsapp, sms], step: 1 }, [whatsapp, mail])).toEqual({ ways: [whatsapp, mail], step: 1 });
  expect(goOnBy({ ways: [whatsapp, sms], step: 1 }, [newWhatsapp, mail])).toEqual({
    ways: [newWhatsapp, mail],
    step: 0,
  });
});

test('and nowhere where none is left', () => {
  expect(goOnBy({ ways: [whatsapp, sms], step: 1 }, [whatsapp])).toBeNull();
  expect(goOnBy({ ways: [sms], step: 0 }, [])).toBeNull();
});
