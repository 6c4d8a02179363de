import { Input } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { textDirection } from '../i18n/format.ts';
import './picker.css';

export type Choice = {
  id: string;
  label: string;
  /** Beside the label: a key, a team. */
  hint?: ReactNode;
  /** The label is a name of a person or thing, in whatever script. */
  isName?: boolean;
};

type Props = {
  label: string;
  listLabel: string;
  placeholder: string;
  choices: readonly Choice[];
  emptyText: string;
  words: string;
  onWords: (words: string) => void;
  onChoose: (id: string) => void;
};

/** A field over a list of choices: type to narrow, arrows to move, Enter to choose. The focus stays in the field. */
export function Picker({ label, listLabel, placeholder, choices, emptyText, words, onWords, onChoose }: Props) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(active, choices.length - 1);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 8,
      PageUp: current - 8,
    };
    const moved = moves[event.key];
    if (moved !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(choices.length - 1, moved)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const chosen = choices[current];
      if (chosen !== undefined) onChoose(chosen.id);
    }
  }

  return (
    <div className="wk-picker">
      <Input
        size="medium"
        value={words}
        placeholder={placeholder}
        onChange={(_, data) => {
          onWords(data.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        input={{
          role: 'combobox',
          'aria-label': label,
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          dir: textDirection(words),
          ...(current >= 0 ? { 'aria-activedescendant': `${listId}-${current}` } : {}),
        }}
        autoFocus
      />
      <ul className="wk-picker-list" role="listbox" id={listId} aria-label={listLabel} ref={list}>
        {choices.map((choice, index) => (
          <li
            key={choice.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className="wk-picker-choice"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice.id)}
          >
            {choice.isName === true ? (
              <bdi className="wk-cut">{choice.label}</bdi>
            ) : (
              <span className="wk-cut">{choice.label}</span>
            )}
            {choice.hint === undefined ? null : <span className="wk-picker-hint">{choice.hint}</span>}
          </li>
        ))}
      </ul>
      <p className="wk-picker-empty" role="status">
        {choices.length === 0 ? emptyText : ''}
      </p>
    </div>
  );
}

/** Every typed word must begin a word of the text: how people search names and commands. */
export function fits(text: string, words: string): boolean {
  const have = text.toLocaleLowerCase().split(/[\s,–-]+/u);
  return words
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => have.some((one) => one.startsWith(word)));
}
