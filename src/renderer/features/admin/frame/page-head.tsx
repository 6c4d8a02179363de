import type { ReactNode } from 'react';

/** Title of a page, and what can be done with all of it. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="wk-admin-head">
      <h1>{title}</h1>
      <div className="wk-admin-head-end">{children}</div>
    </div>
  );
}
