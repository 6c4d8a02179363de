import type { ConfigEntity } from '../config/config.ts';
import type { ConfigSnapshot } from '../config/config-snapshot.ts';

function withoutPublication(entity: ConfigEntity): ConfigEntity {
  return entity.kind === 'rule_published' ? { ...entity, value: { ...entity.value, publishedAt: -Infinity } } : entity;
}

/**
 * A configuration as a replay runs it: as if it had been there from the beginning. A rule acts for no instant before its
 * publication (product.md, SLA 11), and what a draft's rules would have done lies before it altogether.
 * @param draft  saved as well, on top of what is in force
 */
export function replayConfig(live: ConfigSnapshot, draft: readonly ConfigEntity[]): ConfigSnapshot {
  const rules = [...live.organizations()].flatMap(({ id }) =>
    live.currentRules(id).map((value): ConfigEntity => ({ kind: 'rule_published', value })),
  );
  return live.with([...rules, ...draft].map(withoutPublication));
}
