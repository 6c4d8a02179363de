import { describe, expect, test } from 'vitest';
import { noticeText } from '../../../src/main/shell/notice-text.ts';
import { createShellTexts } from '../../../src/main/shell/shell-texts.ts';
import { uid } from '../../support/centre.ts';

const text = createShellTexts(() => 'en');
const number = 'WK-TEST-000001';
const news = { id: uid(1), kind: 'breach', ticketId: uid(2), number, level: null, createdAt: 0, readAt: null } as const;

describe('a notification of the desktop', () => {
  test('says what it is about, and no more than the number while the desk is locked', () => {
    expect(noticeText(text, { ...news, restricted: false }, false)).toBe(`Ticket ${number} has breached its deadline`);
    expect(noticeText(text, { ...news, restricted: false }, true)).toBe(number);
  });

  test('of a sensitive ticket says not what it is about, and while the desk is locked not which', () => {
    expect(noticeText(text, { ...news, restricted: true }, false)).toBe(`Restricted item ${number}`);
    expect(noticeText(text, { ...news, restricted: true }, true)).not.toContain('WK-');
  });
});
