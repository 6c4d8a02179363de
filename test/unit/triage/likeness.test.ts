import { describe, expect, test } from 'vitest';
import { likeness, type Matter } from '../../../src/main/domain/triage/likeness.ts';

const words = (text: string) => new Set(text.split(' ').filter((word) => word !== ''));
const matter = (part: {
  category?: string;
  subject?: string;
  address?: string;
  at?: Matter['at'];
  phone?: string;
}): Matter => ({
  category: part.category ?? '',
  subject: words(part.subject ?? ''),
  address: words(part.address ?? ''),
  at: part.at ?? null,
  phone: part.phone ?? '',
});
const leak = { category: 'water leak', subject: 'water runs down the hill', address: '12 main road' };

describe('two matters are likely one', () => {
  test('of the same kind at the same place, and both are said', () => {
    const other = { ...leak, subject: 'burst pipe' };
    expect(likeness(matter(leak), matter(other))).toEqual({ score: 4.5, because: ['place', 'category'] });
  });
  test('by the place as it is written, whichever says more of it', () => {
    const other = { ...leak, subject: '', address: '12 main road umhlanga' };
    expect(likeness(matter(leak), matter(other))?.because).toContain('place');
  });
  test('by coordinates near each other, whatever the address says', () => {
    const here = { latitude: -29.8587, longitude: 31.0218 };
    const near = { latitude: -29.8597, longitude: 31.0225 };
    const a = { ...leak, address: 'main road corner', at: here };
    expect(likeness(matter(a), matter({ ...leak, address: 'old mill lane', at: near }))?.because).toContain('place');
  });
  test('when the same caller calls about the same kind of thing', () => {
    const phone = '0821234567';
    const a = { category: 'pothole', phone };
    expect(likeness(matter(a), matter({ ...a, subject: 'hole' }))).toEqual({
      score: 3.5,
      because: ['caller', 'category'],
    });
  });
  test('when they say much the same and nothing contradicts it', () => {
    const a = { category: 'power failure', subject: 'no power since this morning' };
    expect(likeness(matter(a), matter({ ...a, subject: 'no power since this morning again' }))?.because).toEqual([
      'category',
      'words',
    ]);
  });
});

describe('two matters are not likely one', () => {
  test('at two places, however alike they are otherwise', () => {
    expect(likeness(matter(leak), matter({ ...leak, address: '88 old mill lane' }))).toBeNull();
    const far = { latitude: -29.7, longitude: 31.0 };
    const here = { latitude: -29.8587, longitude: 31.0218 };
    expect(likeness(matter({ ...leak, at: here }), matter({ ...leak, at: far }))).toBeNull();
  });
  test('by their kind alone, by their place alone, by few words alone', () => {
    expect(likeness(matter({ category: 'pothole' }), matter({ category: 'pothole' }))).toBeNull();
    expect(likeness(matter({ address: '12 main road' }), matter({ address: '12 main road' }))).toBeNull();
    expect(likeness(matter({ subject: 'water leak here' }), matter({ subject: 'water bill wrong' }))).toBeNull();
  });
  test('by nothing at all, or by an extension that many callers share', () => {
    expect(likeness(matter({}), matter({}))).toBeNull();
    const extension = { category: 'food', phone: '4567' };
    expect(likeness(matter(extension), matter(extension))).toBeNull();
  });
});
