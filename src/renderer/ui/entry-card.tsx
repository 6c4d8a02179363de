import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import './entry-card.css';

/** The frame of every screen before the desk itself. */
export function EntryCard({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="wk-entry">
      <header className="wk-entry-head">
        <Brand />
        {aside}
      </header>
      <main className="wk-entry-card">
        <h1 className="wk-entry-title">{title}</h1>
        {children}
      </main>
    </div>
  );
}
