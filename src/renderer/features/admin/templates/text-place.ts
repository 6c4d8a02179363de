import type { ProductText } from '../../../../preload/contract/messages.ts';
import type { TemplateKey } from '../../../../preload/contract/template-keys.ts';
import type { Channel, Language } from '../../../../preload/contract/values.ts';
import type { ValueOf } from '../frame/things.ts';
import type { ThingView } from '../frame/views.ts';

export type TemplateView = ThingView<'template'>;
/** One text: of a message, on a channel, in a language. */
export type TextPlace = { key: TemplateKey; channel: Channel; language: Language };

function isAt(one: TextPlace, place: TextPlace): boolean {
  return one.key === place.key && one.channel === place.channel && one.language === place.language;
}

/** The organization's own text, in use or set aside; of several the one in use. */
export function ownText(templates: readonly TemplateView[], place: TextPlace): TemplateView | null {
  const all = templates.filter(({ value }) => isAt(value, place));
  return all.find(({ value }) => value.active) ?? all[0] ?? null;
}

export function productText(product: readonly ProductText[], place: TextPlace): ProductText | null {
  return product.find((one) => isAt(one, place)) ?? null;
}

/** An own text as it begins: with the product's words, or as it was before it was set aside. */
export function newText(place: TextPlace, organizationId: string, product: ProductText | null): ValueOf<'template'> {
  return {
    templateId: crypto.randomUUID(),
    organizationId,
    ...place,
    active: true,
    subject: place.channel === 'email' ? (product?.subject ?? '') : null,
    body: product?.body ?? '',
  };
}
