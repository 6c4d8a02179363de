import { useEffect, type RefObject } from 'react';
import { usePlace } from './admin-context.tsx';

/**
 * Another page or thing begins at its top, and has the focus where what was chosen has gone with the page before: whoever
 * listens or works by keys would otherwise stand nowhere.
 */
export function useFromTop(page: RefObject<HTMLElement | null>): void {
  const name = usePlace((place) => place.page);
  const thingId = usePlace((place) => place.thingId);
  useEffect(() => {
    page.current?.scrollTo({ top: 0 });
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) page.current?.focus();
  }, [page, name, thingId]);
}
