import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { ChannelView, EmailSettings } from '../../../../src/preload/contract/messages.ts';
import { channels, type Channel } from '../../../../src/preload/contract/values.ts';
import { success } from '../../../../src/preload/contract/result.ts';
import {
  formOf,
  newSettings,
  secretsFor,
  settingsOf,
} from '../../../../src/renderer/features/admin/channels/channel-form.ts';
import { isBeingTried, shareText, whyText } from '../../../../src/renderer/features/admin/channels/channel-state.ts';
import { createChannelStore, placeKey } from '../../../../src/renderer/features/admin/channels/channel-store.ts';
import { cellOf, indexOfCell, withCell } from '../../../../src/renderer/features/admin/channels/content-cells.ts';
import { adminEn } from '../../../../src/renderer/i18n/en/admin.ts';
import { messageEn } from '../../../../src/renderer/i18n/en/message.ts';
import { uid } from '../../../support/centre.ts';
import { answeringClient } from '../../../support/renderer-client.ts';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: { ...adminEn, ...messageEn } } } });
const { t } = i18n;

function view(parts: Partial<ChannelView> = {}): ChannelView {
  return {
    organizationId: uid(1),
    channel: 'email',
    settings: null,
    secrets: [],
    state: 'working',
    stateSince: 1,
    code: null,
    lastSuccessAt: null,
    sent: 0,
    failed: 0,
    held: 0,
    nextProbeAt: null,
    endsAt: null,
    ...parts,
  };
}

describe('the settings of a channel', () => {
  const emailForm = (parts: Partial<EmailSettings> = {}) =>
    formOf({ ...(newSettings('email', 'City') as EmailSettings), ...parts });

  test('that nobody touched are saved as they are', () => {
    for (const channel of channels) {
      const settings = newSettings(channel, 'City');
      expect(settingsOf(formOf(settings))).toEqual(settings);
    }
  });
  test('with a number that is none are not asked to be saved', () => {
    const form = emailForm();
    const typed = (port: string, rate: string) => settingsOf({ ...form, typed: { port, rate } });
    expect(typed('70000', '2')).toEqual([{ path: 'port', code: 'PORT' }]);
    expect(typed('25.5', '')).toEqual([
      { path: 'port', code: 'PORT' },
      { path: 'rate', code: 'RATE' },
    ]);
    expect(typed('465', '0.5')).toMatchObject({ port: 465, rate: 0.5 });
  });
  test('carry what another sign-in needs no further', () => {
    const oauth2 = { tokenUrl: 'https://oauth2.googleapis.com/token', clientId: 'desk', scope: '' };
    expect(settingsOf(emailForm({ auth: 'password', oauth2 }))).toMatchObject({ oauth2: null });
    expect(settingsOf(emailForm({ auth: 'oauth2', oauth2: null }))).toMatchObject({
      oauth2: { tokenUrl: '', clientId: '', scope: '' },
    });
  });
  test('ask for the secrets that they need, and for no other', () => {
    const names = (parts: Partial<EmailSettings>) => secretsFor(emailForm(parts).settings).map(({ name }) => name);
    expect(names({})).toEqual(['password']);
    expect(names({ auth: 'none' })).toEqual([]);
    expect(names({ auth: 'oauth2', dkim: { domain: '', selector: '' } })).toEqual([
      'refreshToken',
      'clientSecret',
      'dkimKey',
    ]);
    expect(secretsFor(newSettings('sms', '')).map(({ name }) => name)).toEqual(['apiKeySecret']);
  });
});

describe('what is typed and not saved', () => {
  test('stays by organization and channel, and a later answer does not touch it', async () => {
    const store = createChannelStore(answeringClient({ 'channels.list': () => success([view()]) }));
    const form = formOf(newSettings('sms', ''));
    store.type(uid(1), 'sms', form);
    await store.read();
    expect(store.getState().forms.get(placeKey(uid(1), 'sms'))).toBe(form);
    expect(store.getState().forms.get(placeKey(uid(2), 'sms'))).toBeUndefined();
    store.type(uid(1), 'sms', null);
    expect(store.getState().forms.size).toBe(0);
  });
  test('has no place for a secret', () => {
    for (const channel of channels as readonly Channel[])
      expect(JSON.stringify(formOf(newSettings(channel, '')))).not.toMatch(/secret|password"?:/iu);
  });
});

describe('how a channel stands', () => {
  test('is told in words, with the reason', () => {
    expect(whyText(t, view({ state: 'unset' }))).toBe(adminEn.channels.unsetHint);
    expect(whyText(t, view())).toBe(adminEn.channels.unused);
    expect(whyText(t, view({ lastSuccessAt: 5 }))).toBe('');
    expect(whyText(t, view({ state: 'paused', code: 'EAUTH', nextProbeAt: 5 }))).toBe(
      `${messageEn.message.reason.credentials} ${adminEn.channels.pausedHint}`,
    );
    expect(whyText(t, view({ state: 'failing', code: 'KEYCHAIN' }))).toBe(messageEn.message.reason.keychain);
  });
  test('is being found out from when somebody asks until there is an answer', () => {
    expect(isBeingTried(view({ nextProbeAt: 5 }))).toBe(true);
    expect(isBeingTried(view({ state: 'paused', code: null, nextProbeAt: 5 }))).toBe(true);
    expect(isBeingTried(view({ state: 'paused', code: 'EAUTH', nextProbeAt: 5 }))).toBe(false);
    expect(isBeingTried(view())).toBe(false);
  });
  test('has a share only where something was sent', () => {
    expect(shareText(t, view())).toBe(adminEn.channels.nothingSent);
    expect(shareText(t, view({ sent: 37, failed: 3 }))).toBe('3 of 40 failed (8 %)');
  });
});

describe('an approved text', () => {
  const place = { key: 'status_update.open', language: 'zu' } as const;
  test('is set in its place, changed there, and taken away with its SID', () => {
    const one = withCell([], place, { contentSid: 'HX1' });
    expect(one).toEqual([
      { kind: 'status_update', status: 'open', language: 'zu', contentSid: 'HX1', approval: 'unsubmitted' },
    ]);
    const approved = withCell(one, place, { approval: 'approved' });
    const two = withCell(approved, { key: 'thank_you', language: 'en' }, { contentSid: 'HX2' });
    expect(two.map(({ kind, status, approval }) => [kind, status, approval])).toEqual([
      ['status_update', 'open', 'approved'],
      ['thank_you', null, 'unsubmitted'],
    ]);
    expect(two.map(cellOf)).toEqual([place, { key: 'thank_you', language: 'en' }]);
    expect(indexOfCell(two, { key: 'thank_you', language: 'af' })).toBe(-1);
    expect(withCell(two, place, { contentSid: '' })).toHaveLength(1);
  });
});
