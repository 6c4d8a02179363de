import type { TargetPart } from '../../../preload/contract/explain-clocks.ts';
import type { RulePart } from '../../../preload/contract/explain-rules.ts';
import type { Change, Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';

type Given = Pick<Derived, 'nowAt' | 'status' | 'policy' | 'targets' | 'tellings' | 'escalation' | 'rules'>;

/** Instants that have come and that no desk has worked off: the engine is not running, or holds. */
function unlookedAt({ nowAt, targets, tellings, rules }: Given): Instant[] {
  const late = targets.flatMap(({ clock }) => (clock.kind === 'running' && clock.dueAt < nowAt ? [clock.dueAt] : []));
  const told = tellings.flatMap(({ at, standing }) => (standing.kind === 'will_come' && standing.isDue ? [at] : []));
  const fired = rules.flatMap(({ standing }) => (standing.kind === 'will' && standing.isDue ? [standing.at] : []));
  return [...late, ...told, ...fired].filter((at): at is Instant => at !== null && at < nowAt);
}

function ofTarget({ target, clock, reckoning }: TargetPart, { nowAt, status }: Given): Change[] {
  const isResolution = target === 'resolution';
  switch (clock.kind) {
    case 'running': {
      const { dueAt: at } = clock;
      if (at <= nowAt) return [isResolution ? { code: 'resolve_now' } : { code: 'reply_now', target }];
      return [isResolution ? { code: 'resolve_before', at } : { code: 'reply_before', target, at }];
    }
    case 'paused':
      return [{ code: 'leave_status', status, target, at: reckoning?.resumedDueAt ?? null }];
    case 'breached':
      if (clock.endedAt !== null) return [];
      return [isResolution ? { code: 'resolve_now' } : { code: 'reply_now', target }];
    default:
      return [];
  }
}

function ofRule({ level, trigger, target, standing }: RulePart, nowAt: Instant): Change[] {
  const isEmpty = standing.kind === 'waiting' || (standing.kind === 'will' && standing.outcome === 'nobody');
  if (isEmpty) return [{ code: 'name_holder', level, target }];
  const comes = standing.kind === 'will' && standing.at > nowAt;
  return comes && trigger === 'reminder' ? [{ code: 'act_before', level, at: standing.at }] : [];
}

/** Whoever holds an escalated ticket can keep the next level back. Rule: product.md, Escalation 6. */
function acknowledgements({ escalation, rules, nowAt }: Given): Change[] {
  if (escalation.level === 0) return [];
  const coming = rules.flatMap(({ level, standing }) =>
    standing.kind === 'will' && standing.at > nowAt && standing.heldUntil === null ? [{ level, at: standing.at }] : [],
  );
  const [next] = coming.sort((a, b) => a.at - b.at);
  return next === undefined ? [] : [{ code: 'acknowledge', ...next }];
}

function ofTellings({ tellings }: Given): Change[] {
  const lacks = tellings.some(
    ({ standing }) => standing.kind === 'nobody' || (standing.kind === 'will_come' && standing.outcome === 'nobody'),
  );
  return lacks ? [{ code: 'name_recipient' }] : [];
}

function reapplying({ policy: { today } }: Given): Change[] {
  if (today === null) return [];
  return [{ code: 'reapply', policy: today.policy.name, dueAt: today.deadlines.resolution.after }];
}

/** What is late comes first, then what has an instant, by it. */
function placeOf(change: Change): number {
  if (change.code === 'resolve_now' || change.code === 'reply_now') return -Infinity;
  return 'at' in change && change.at !== null ? change.at : Infinity;
}

/** What would change how the ticket's clocks and levels stand, by what people can do. */
export function changesOf(given: Given): Change[] {
  const [sinceAt] = unlookedAt(given).sort((a, b) => a - b);
  const desk: Change[] = sinceAt === undefined ? [] : [{ code: 'let_a_desk_run', sinceAt }];
  const rest = [
    ...given.targets.flatMap((part) => ofTarget(part, given)),
    ...given.rules.flatMap((rule) => ofRule(rule, given.nowAt)),
    ...acknowledgements(given),
    ...ofTellings(given),
    ...reapplying(given),
  ];
  const inOrder = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...desk, ...rest.sort((a, b) => inOrder(placeOf(a), placeOf(b)))];
}
