import type { ReactNode } from 'react';

type Props = { heads: readonly string[]; children: ReactNode; label?: string };

/** A list of the administration; a wide one scrolls in its own place. @param children  its rows */
export function AdminTable({ heads, children, label }: Props) {
  return (
    <div className="wk-admin-scroll">
      <table className="wk-admin-table" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
