import type { ReactNode } from 'react';
import type { Said } from './telling-texts.ts';

/** What something came to: a word to find one's way by, then the sentence. */
export function SaidLine({
  name,
  at,
  said,
  children,
}: {
  name: string;
  at?: string;
  said: Said;
  children?: ReactNode;
}) {
  return (
    <li className="wk-explain-line">
      <span className="wk-explain-name">{name}</span>
      <span>
        <strong className="wk-explain-lead">{said.lead}:</strong>{' '}
        {at === undefined ? null : <span className="wk-explain-at">{at}</span>} {said.text}
      </span>
      {children}
    </li>
  );
}
