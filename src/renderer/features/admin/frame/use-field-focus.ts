import { useEffect, type RefObject } from 'react';
import { useAdmin, usePlace } from './admin-context.tsx';

const focusable = 'input, select, textarea, button, [tabindex="0"]';

/** The field of a path: its own, else the one that it lies in, else the first that lies in it. */
function fieldOf(page: HTMLElement, path: string): HTMLElement | null {
  const fields = [...page.querySelectorAll<HTMLElement>('[data-field]')];
  const around = fields
    .filter(({ dataset }) => path === dataset['field'] || path.startsWith(`${dataset['field']}.`))
    .toSorted((a, b) => (b.dataset['field'] ?? '').length - (a.dataset['field'] ?? '').length);
  return around[0] ?? fields.find(({ dataset }) => dataset['field']?.startsWith(`${path}.`) === true) ?? null;
}

/** A problem was chosen: its field gets the focus once its page stands. */
export function useFieldFocus(page: RefObject<HTMLElement | null>): void {
  const { places } = useAdmin();
  const path = usePlace((place) => place.path);
  const thingId = usePlace((place) => place.thingId);
  useEffect(() => {
    if (path === null || page.current === null) return;
    const field = fieldOf(page.current, path);
    const target = field?.matches(focusable) === true ? field : field?.querySelector<HTMLElement>(focusable);
    (target ?? page.current).focus();
    field?.scrollIntoView({ block: 'center' });
    places.setState({ path: null });
  }, [page, places, path, thingId]);
}
