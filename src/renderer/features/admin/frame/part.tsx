import { useId, type ReactNode } from 'react';

/** A group of fields of one thing. */
export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="wk-admin-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint === undefined ? null : <p className="wk-plain wk-faint">{hint}</p>}
      {children}
    </section>
  );
}
