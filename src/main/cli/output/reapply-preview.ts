import type { ConfigPreview } from '../../../preload/contract/configuration.ts';
import { targets } from '../../../preload/contract/values.ts';
import { instantJson, instantText } from './words.ts';

type Row = ConfigPreview['rows'][number];

const SHOWN = 10;
/** The query shows no more, and looks through no more tickets for them. */
const MOST_ROWS = 50;
const MOST_LOOKED_AT = 2000;

/** Whether the rows are all that change; else it is only known how many there are at most. */
function isAll({ touched, rows }: ConfigPreview): boolean {
  return rows.length < MOST_ROWS && touched <= MOST_LOOKED_AT;
}

function movesOf({ deadlines }: Row): string[] {
  return targets.flatMap((target) => {
    const { before, after } = deadlines[target];
    return before === after ? [] : [`${target.replace('_', ' ')} ${instantText(before)} → ${instantText(after)}`];
  });
}

function rowLine(row: Row): string {
  const { number, fromPolicy, toPolicy, breachesNow } = row;
  const policy = fromPolicy === toPolicy ? (toPolicy ?? '-') : `${fromPolicy ?? '-'} → ${toPolicy ?? '-'}`;
  const late = breachesNow.length === 0 ? '' : `; late at once: ${breachesNow.join(', ').replaceAll('_', ' ')}`;
  // Whoever configures and does not work tickets sees that they move, and not which they are.
  return `  ${number ?? 'a ticket'}  ${policy}: ${movesOf(row).join(', ')}${late}`;
}

/**
 * What --reapply would do to open tickets: how many change, and of the first ten whose deadlines move from when to when. What
 * is late already stays late: its ticket changes, and no deadline moves.
 */
export function reapplyLines(preview: ConfigPreview): string[] {
  const { touched, rows } = preview;
  if (rows.length === 0 && isAll(preview)) return ['--reapply: no open ticket changes'];
  const moving = rows.filter((row) => movesOf(row).length > 0);
  const shown = moving.slice(0, SHOWN);
  const count = isAll(preview) ? `${rows.length} open tickets change` : `at most ${touched} open tickets change`;
  const still = rows.length - moving.length;
  const stays =
    still === 0 ? '' : `, of ${isAll(preview) ? '' : `the first ${rows.length} `}${still} no deadline moves`;
  const which = moving.length > SHOWN ? `; the first ${SHOWN} whose deadlines move` : '';
  return [`--reapply: ${count}${stays}${which}`, ...shown.map(rowLine)];
}

/** The same for programs; documented in docs/configuration.md. */
export function reapplyJson(preview: ConfigPreview): object {
  return {
    touched: preview.touched,
    all: isAll(preview),
    tickets: preview.rows.map(({ number, fromPolicy, toPolicy, deadlines, breachesNow }) => ({
      number,
      from_policy: fromPolicy,
      to_policy: toPolicy,
      deadlines: Object.fromEntries(
        targets.map((target) => {
          const { before, after } = deadlines[target];
          return [target, { before: instantJson(before), after: instantJson(after) }];
        }),
      ),
      breaches_now: breachesNow,
    })),
  };
}
