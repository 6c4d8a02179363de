import type { TicketDraft } from './draft.ts';
import type { Mapping } from './mapping.ts';

export type SpanCount = { seconds: number; rows: number };

/**
 * What the file says about the time that a category is given.
 * `span`: every due date lies so long after its creation (or most do, and the mapping lets the majority decide).
 * `none`: no row of the category has a due date. `disagree`: the spans differ and the mapping refuses that.
 */
export type CategorySpan =
  { kind: 'span'; seconds: number } | { kind: 'none' } | { kind: 'disagree'; spans: readonly SpanCount[] };

/** Counts spans while a file is read, so that memory follows the number of categories and not of rows. */
export class SpanTally {
  readonly #byCategory = new Map<string, Map<number, number>>();

  add(draft: Pick<TicketDraft, 'category' | 'createdAt' | 'dueAt'>): void {
    const spans = this.#byCategory.get(draft.category) ?? new Map<number, number>();
    this.#byCategory.set(draft.category, spans);
    if (draft.dueAt === null) return;
    const seconds = Math.floor((draft.dueAt - draft.createdAt) / 1000);
    spans.set(seconds, (spans.get(seconds) ?? 0) + 1);
  }

  categories(): string[] {
    return [...this.#byCategory.keys()].sort();
  }

  /**
   * @param onDisagreement  `majority`: the commonest span counts, of equally common ones the longest, so that nobody is
   *   called late whom the file may have meant to be in time
   */
  learnt(onDisagreement: 'reject' | 'majority'): Map<string, CategorySpan> {
    return new Map(this.categories().map((category) => [category, this.#spanOf(category, onDisagreement)]));
  }

  #spanOf(category: string, onDisagreement: 'reject' | 'majority'): CategorySpan {
    const spans = [...(this.#byCategory.get(category) ?? [])]
      .map(([seconds, rows]) => ({ seconds, rows }))
      .sort((a, b) => b.rows - a.rows || b.seconds - a.seconds);
    const [first] = spans;
    if (first === undefined) return { kind: 'none' };
    return spans.length === 1 || onDisagreement === 'majority'
      ? { kind: 'span', seconds: first.seconds }
      : { kind: 'disagree', spans };
  }
}

/**
 * The time that each category of the file is given, by the mapping's way of deciding it.
 * @returns nothing at all where the mapping makes no policies
 */
export function spansByMapping(mapping: Mapping, tally: SpanTally): Map<string, CategorySpan> {
  const { policies } = mapping;
  if (policies === undefined) return new Map();
  if (policies.from === 'learn') return tally.learnt(policies.on_disagreement);
  return new Map(
    tally.categories().map((category) => {
      const hours = Object.hasOwn(policies.hours, category) ? policies.hours[category] : policies.otherwise_hours;
      const seconds = hours === null || hours === undefined ? null : Math.round(hours * 3600);
      return [category, seconds === null ? { kind: 'none' } : { kind: 'span', seconds }];
    }),
  );
}
