import type { TFunction } from 'i18next';
import { createContext, use } from 'react';

export const TextContext = createContext<TFunction | null>(null);

/**
 * The texts of the language on screen. Bound once for the whole window: a list draws hundreds of texts a frame, and a
 * subscription to the language for each of them is what made it stutter.
 */
export function useText(): TFunction {
  const t = use(TextContext);
  if (t === null) throw new Error('the window was rendered without its texts');
  return t;
}
