import { useEffect, useState } from 'react';
import type { TextPart } from '../i18n/start-i18n.ts';
import { useServices } from './services.tsx';

/** @returns whether the texts of a part are there, which come when a screen that needs them is first opened */
export function useTextPart(part: TextPart): boolean {
  const { loadTexts } = useServices();
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    let current = true;
    void loadTexts(part).then(() => current && setIsThere(true));
    return () => {
      current = false;
    };
  }, [loadTexts, part]);
  return isThere;
}
