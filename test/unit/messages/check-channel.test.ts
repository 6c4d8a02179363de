import { describe, expect, test } from 'vitest';
import { checkChannel, type ChannelToCheck } from '../../../src/main/domain/messages/check-channel.ts';
import type { EmailSettings, TwilioSettings } from '../../../src/preload/contract/messages.ts';
import { accountSid, mailChannel, twilioChannel } from '../../support/channel-parts.ts';

const mail = mailChannel(587, { auth: 'password', userName: 'desk' }).settings as EmailSettings;
const sms = twilioChannel().settings as TwilioSettings;

function wrong(settings: ChannelToCheck['settings'], parts: Partial<ChannelToCheck> = {}): string[] {
  const asked = { settings, before: null, kept: [], given: [], areAuthoritiesReadable: true, ...parts };
  return checkChannel(asked).map(({ path, code }) => `${path} ${code}`);
}

describe('settings of mail', () => {
  test('that can be tried have nothing wrong with them', () => {
    expect(wrong(mail)).toEqual([]);
    expect(wrong({ ...mail, host: 'mail.khanyamanzi.example', auth: 'none', userName: '' })).toEqual([]);
  });
  test.each<[Partial<EmailSettings>, string[]]>([
    [{ host: '' }, ['host EMPTY']],
    [{ host: 'smtps://mail.example.org' }, ['host HOST']],
    [{ host: 'mail.example.org:587' }, ['host HOST']],
    [{ host: 'mail..example.org' }, ['host HOST']],
    [{ fromAddress: '' }, ['fromAddress EMPTY']],
    [{ fromAddress: 'desk@city.example, all@city.example' }, ['fromAddress MAIL_ADDRESS']],
    [{ fromName: 'City\r\nBcc: all@city.example' }, ['fromName NAME_LINES']],
    [{ userName: ' ' }, ['userName EMPTY']],
    [{ dkim: { domain: '', selector: 'a b' } }, ['dkim.domain HOST', 'dkim.selector HOST']],
    [{ auth: 'oauth2', oauth2: null }, ['oauth2.tokenUrl URL', 'oauth2.clientId EMPTY']],
  ])('%j is told at its field', (part, problems) => {
    expect(wrong({ ...mail, ...part })).toEqual(problems);
  });
  test('name only the token hosts that the channels reach', () => {
    const tokensFrom = (tokenUrl: string) =>
      wrong({ ...mail, auth: 'oauth2', oauth2: { tokenUrl, clientId: 'desk', scope: '' } });
    expect(tokensFrom('https://oauth2.googleapis.com/token')).toEqual([]);
    expect(tokensFrom('https://login.microsoftonline.com/common/oauth2/v2.0/token')).toEqual([]);
    for (const url of [
      'http://oauth2.googleapis.com/token',
      'https://oauth2.googleapis.com.evil.example/token',
      'https://oauth2.googleapis.com@evil.example/token',
    ])
      expect(tokensFrom(url)).toEqual(['oauth2.tokenUrl URL']);
  });
  test('with an authority that cannot be read say so', () => {
    expect(wrong(mail, { areAuthoritiesReadable: false })).toEqual(['authorities PEM']);
  });
});

describe('settings of the provider', () => {
  test('take a number with its country or a messaging service, also the numbers of a trial', () => {
    for (const from of ['+27110000000', '+15005550006', `MG${'a'.repeat(32)}`])
      expect(wrong({ ...sms, from })).toEqual([]);
    for (const from of ['', '0821234567', 'whatsapp:+27110000000', 'MG1']) {
      expect(wrong({ ...sms, from })).toEqual(['from SENDER']);
    }
  });
  test('need SIDs of their own kind: an auth token or another SID is none', () => {
    expect(wrong({ ...sms, accountSid: '', apiKeySid: accountSid })).toEqual([
      'accountSid ACCOUNT_SID',
      'apiKeySid KEY_SID',
    ]);
  });
  test('name one approved text for each message and language', () => {
    const open = { kind: 'status_update', status: 'open', language: 'zu', approval: 'approved' } as const;
    const contentSid = `HX${'1'.repeat(32)}`;
    expect(
      wrong({
        ...sms,
        channel: 'whatsapp',
        contentTemplates: [
          { ...open, contentSid },
          { ...open, contentSid: 'HX1', status: 'closed' },
          { ...open, contentSid },
        ],
      }),
    ).toEqual(['contentTemplates.1.contentSid CONTENT_SID', 'contentTemplates.2 CONTENT_TWICE']);
  });
});

describe('a secret that is kept', () => {
  test('is not handed to a server or account that it was not given for', () => {
    const moved = { ...mail, host: 'mail.elsewhere.example' };
    expect(wrong(moved, { before: mail, kept: ['password'] })).toEqual(['secrets.password SECRET_AGAIN']);
    expect(wrong({ ...mail, userName: 'other' }, { before: mail, kept: ['password'] })).toHaveLength(1);
    const account = { ...sms, accountSid: `AC${'9'.repeat(32)}` };
    expect(wrong(account, { before: sms, kept: ['apiKeySecret'] })).toEqual(['secrets.apiKeySecret SECRET_AGAIN']);
  });
  test('goes on with all else that changes, and with settings that bring another or forget it', () => {
    const changed = { ...mail, fromName: 'Water', rate: 1, security: 'tls' as const };
    expect(wrong(changed, { before: mail, kept: ['password', 'dkimKey'] })).toEqual([]);
    const moved = { ...mail, host: 'mail.elsewhere.example' };
    expect(wrong(moved, { before: mail, kept: ['password'], given: ['password'] })).toEqual([]);
  });
});
