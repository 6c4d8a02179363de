import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useBinding, useShortcut } from '../../client/use-bindings.ts';
import { useDesk, useServices } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import type { QueueStore } from '../../features/queue/queue-store.ts';
import { plainInput, textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { Keycaps } from '../../ui/keycaps.tsx';

/** Typing that rests this long is searched for without Enter. */
const searchRestMs = 250;

type Props = { queue: QueueStore; onSearch: (words: string | null) => void; onOpenTicket: (ticketId: string) => void };

/** Words narrow the queue as they are typed; Enter on a whole number opens its ticket. */
export function SearchBox({ queue, onSearch, onOpenTicket }: Props) {
  const t = useText();
  const { client, timers } = useServices();
  const searched = useStore(queue, (state) => state.words);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const waiting = useRef<number | null>(null);
  useCommand('search', () => field.current?.focus());

  // The list has left the search by another way.
  useEffect(() => {
    if (searched === null) setTyped('');
  }, [searched]);

  function stopWaiting(): void {
    if (waiting.current !== null) timers.clear(waiting.current);
    waiting.current = null;
  }
  function type(text: string): void {
    setTyped(text);
    stopWaiting();
    const words = plainInput(text).trim();
    waiting.current = timers.set(() => onSearch(words === '' ? null : words), searchRestMs);
  }
  async function onKeyDown(event: KeyboardEvent): Promise<void> {
    const words = plainInput(typed).trim();
    if (event.key === 'Escape') {
      stopWaiting();
      setTyped('');
      if (searched !== null) onSearch(null);
      field.current?.blur();
    } else if (event.key === 'Enter' && words !== '' && !event.nativeEvent.isComposing) {
      stopWaiting();
      const found =
        /\d/u.test(words) && !/\s/u.test(words)
          ? await client.request('ticket.find', { number: words.slice(0, 40) })
          : null;
      if (found?.ok === true) {
        setTyped('');
        onOpenTicket(found.value.ticketId);
      } else {
        onSearch(words);
      }
    }
  }

  const isSingle = useDesk(({ info }) => info.singleKeys);
  const binding = useBinding('search');
  return (
    <search className="wk-search">
      <Input
        size="small"
        className="wk-search-field"
        value={typed}
        placeholder={t('app.searchPlaceholder')}
        aria-label={t('app.search')}
        {...useShortcut('search')}
        type="search"
        dir={textDirection(typed)}
        maxLength={300}
        input={{ ref: field }}
        contentBefore={<SearchRegular aria-hidden />}
        contentAfter={typed === '' && isSingle && binding !== undefined ? <Keycaps binding={binding} /> : null}
        onChange={(_, data) => type(data.value)}
        onKeyDown={(event) => void onKeyDown(event)}
      />
    </search>
  );
}
