import { expect, test } from 'vitest';
import { loadedWith } from '../../support/loaded-with.ts';

const heavy = ['nodemailer', 'twilio'];
const starts = [
  'src/main/index.ts',
  'src/main/start-desk.ts',
  'src/main/monitor.ts',
  'src/main/cli/wk.ts',
  'src/main/channels/create-sender.ts',
];

test.each([...starts, 'src/main/channels/worker/entry.ts'])('%s loads neither nodemailer nor twilio', (start) => {
  const loaded = loadedWith(start);
  expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
});

test.each([
  ['src/main/channels/email/mail-family.ts', 'nodemailer'],
  ['src/main/channels/twilio/twilio-family.ts', 'twilio'],
])('as %s loads %s, which shows that one would be seen', (start, name) => {
  expect([...loadedWith(start)].filter((one) => heavy.includes(one))).toEqual([name]);
});
