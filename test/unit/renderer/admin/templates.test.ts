import { describe, expect, test } from 'vitest';
import { templateKeys, templatePlaceholders } from '../../../../src/preload/contract/template-keys.ts';
import type { ProductText } from '../../../../src/preload/contract/messages.ts';
import { ownTerms } from '../../../../src/renderer/features/admin/organization/own-terms.ts';
import { inserted, placeholdersOf, written } from '../../../../src/renderer/features/admin/templates/placeholders.ts';
import { contactKeys, staffKeys } from '../../../../src/renderer/features/admin/templates/template-keys.ts';
import {
  newText,
  ownText,
  productText,
  type TemplateView,
} from '../../../../src/renderer/features/admin/templates/text-place.ts';
import { uid } from '../../../support/centre.ts';

const place = { key: 'thank_you', channel: 'email', language: 'zu' } as const;
const product: ProductText = { ...place, subject: 'Siyabonga', body: 'Siyabonga nge-{{tracking_number}}.' };

function own(n: number, active: boolean): TemplateView {
  const value = { ...newText(place, uid(1), product), templateId: uid(n), active };
  return { id: value.templateId, value, basedOn: null, state: 'published', versions: [] };
}

describe('texts of messages', () => {
  test('are all listed, once, for whom they are', () => {
    expect([...contactKeys, ...staffKeys].toSorted()).toEqual(templateKeys.toSorted());
  });
  test('begin as the product’s, a mail with its subject', () => {
    expect(newText(place, uid(1), product)).toMatchObject({
      ...place,
      organizationId: uid(1),
      active: true,
      subject: 'Siyabonga',
      body: product.body,
    });
    expect(newText({ ...place, channel: 'sms' }, uid(1), product).subject).toBeNull();
    expect(newText(place, uid(1), null)).toMatchObject({ subject: '', body: '' });
  });
  test('are the organization’s own where one is in use, else the one that was set aside', () => {
    const set = own(2, false);
    expect(ownText([set, own(3, true)], place)?.id).toBe(uid(3));
    expect(ownText([set], place)).toBe(set);
    expect(ownText([set], { ...place, language: 'af' })).toBeNull();
    expect(productText([product], place)).toBe(product);
    expect(productText([product], { ...place, channel: 'sms' })).toBeNull();
  });
});

describe('a placeholder', () => {
  test('takes the place of what is chosen, and the cursor goes behind it', () => {
    expect(inserted('Hello you!', 'due', 6, 9)).toEqual({ text: 'Hello {{due}}!', at: 13 });
    expect(inserted('', 'level', 0, 0)).toEqual({ text: '{{level}}', at: 9 });
  });
  test('is offered for each message that names it', () => {
    for (const key of templateKeys)
      expect(placeholdersOf(key).map(written)).toEqual(templatePlaceholders[key].map((name) => `{{${name}}}`));
  });
});

describe('terms of an organization', () => {
  const defaults = { dryRun: false, silenceDays: null as number | null, country: 'ZA' };
  test('are written where they differ from the product’s own, and taken away where somebody goes back', () => {
    expect(ownTerms({}, { dryRun: true }, defaults)).toEqual({ dryRun: true });
    expect(ownTerms({ dryRun: true }, { dryRun: false }, defaults)).toEqual({});
    expect(ownTerms({ silenceDays: 3 }, { silenceDays: null }, defaults)).toEqual({});
  });
  test('that somebody wrote stay written, although they equal it', () => {
    expect(ownTerms({ country: 'ZA' }, { dryRun: true }, defaults)).toEqual({ country: 'ZA', dryRun: true });
  });
});
