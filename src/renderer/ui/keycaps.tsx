import { Fragment } from 'react';
import type { KeyBinding } from '../client/key-table.ts';
import { useText } from '../client/use-text.ts';
import './keycaps.css';

/** The keys of a command as caps. They stay in the order in which they are pressed, in every language. */
export function Keycaps({ binding }: { binding: KeyBinding }) {
  const t = useText();
  const joint = binding.after === undefined ? '+' : t('keys.then');
  return (
    <bdi dir="ltr" className="wk-keys">
      {binding.keys.map((key, index) => (
        <Fragment key={key}>
          {index === 0 ? null : <span className="wk-keys-joint">{joint}</span>}
          <kbd className="wk-key">{key}</kbd>
        </Fragment>
      ))}
    </bdi>
  );
}
