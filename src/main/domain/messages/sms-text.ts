import { SegmentedMessage } from 'sms-segments-calculator';
import type { MessageTerms } from '../config/messaging.ts';

/** How a text travels as SMS: in the short alphabet 160 characters, then 153 a segment; else 70, then 67. */
export type SmsText = { encoding: 'GSM-7' | 'UCS-2'; segments: number };

export function smsTextOf(text: string): SmsText {
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return { encoding: encodingName, segments: segmentsCount };
}

/** @returns null where the organization's terms name no price */
export function priceOf(
  channel: 'sms' | 'whatsapp',
  segments: number,
  { price }: Pick<MessageTerms, 'price'>,
): { currency: string; amount: number } | null {
  if (price === null) return null;
  return { currency: price.currency, amount: channel === 'sms' ? price.sms * segments : price.whatsapp };
}
