import { Badge, Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ConfigChange } from '../../../../preload/contract/configuration.ts';
import type { Proposals } from '../../../../preload/contract/publishing.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant, isolated } from '../../../i18n/format.ts';
import { linesOfChange } from '../describe/describe-change.ts';
import { Lines } from '../describe/lines.tsx';
import { wordsOf } from '../describe/words.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { versionBefore } from '../frame/published.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { keyOf } from '../frame/things.ts';
import { usePersonName } from '../frame/use-person-name.ts';
import { nameOfThing, nameOfValue } from '../frame/use-thing-name.ts';
import { DecideDialog, type Verdict } from './decide-dialog.tsx';

type Proposal = Proposals['proposals'][number];

/** Who wants what changed, in words, and what the viewer may do about it. */
export function ProposalCard({ proposal, onDecided }: { proposal: Proposal; onDecided: () => void }) {
  const t = useText();
  const titleId = useId();
  const personOf = usePersonName();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { authorId, proposedAt, note, changes, reapply, state, decidedById, decidedAt, reason, stale } = proposal;
  const { config } = useAdmin();
  return (
    <article className="wk-admin-part" aria-labelledby={titleId}>
      <div className="wk-version-head">
        <h2 id={titleId}>
          {t('proposals.by', { person: isolated(personOf(authorId)), at: formatInstant(proposedAt) })}
        </h2>
        <Badge appearance="outline" color={state === 'open' ? 'brand' : 'informative'}>
          {t(`proposals.state.${state}`)}
        </Badge>
      </div>
      {note === '' ? null : (
        <p className="wk-plain" dir="auto">
          {note}
        </p>
      )}
      {stale.length === 0 ? null : (
        <p className="wk-plain wk-proposal-stale">
          {t('proposals.stale', {
            things: stale.map((thing) => isolated(nameOfThing(t, thing, config, new Map()))).join(t('admin.comma')),
          })}
        </p>
      )}
      <ul className="wk-versions">
        {changes.map((change) => (
          <li key={keyOf(thingOf(change))}>
            <ProposedChange change={change} all={changes} />
          </li>
        ))}
      </ul>
      {reapply ? <p className="wk-plain">{t('proposals.reapply')}</p> : null}
      {decidedAt === null ? null : (
        <p className="wk-plain wk-faint">
          {t('proposals.decided', { person: isolated(personOf(decidedById)), at: formatInstant(decidedAt) })}{' '}
          {reason === '' ? null : <bdi>{reason}</bdi>}
        </p>
      )}
      <div className="wk-admin-line">
        {proposal.mayApprove ? (
          <Button size="small" appearance="primary" onClick={() => setVerdict('approve')}>
            {t('proposals.approve')}
          </Button>
        ) : null}
        {proposal.mayReject ? (
          <Button size="small" onClick={() => setVerdict('reject')}>
            {t('proposals.reject')}
          </Button>
        ) : null}
        {proposal.mayWithdraw ? (
          <Button size="small" onClick={() => setVerdict('withdraw')}>
            {t('proposals.withdraw')}
          </Button>
        ) : null}
      </div>
      {verdict === null ? null : (
        <DecideDialog
          verdict={verdict}
          proposalId={proposal.id}
          onClose={() => setVerdict(null)}
          onDecided={onDecided}
        />
      )}
    </article>
  );
}

/** One thing of a proposal: what it is based on, and what it would be. Names are those of the proposal itself. */
function ProposedChange({ change, all }: { change: ConfigChange; all: readonly ConfigChange[] }) {
  const t = useText();
  const { config } = useAdmin();
  const words = wordsOf(t, config, new Map(all.map((one) => [keyOf(thingOf(one)), one])));
  const before = versionBefore(config, change);
  return (
    <>
      <h3 className="wk-admin-sub">
        {t(`describe.kind.${change.kind}`)} <bdi>{nameOfValue(t, change)}</bdi>
        {change.basedOn === null ? ` (${t('describe.state.new')})` : null}
      </h3>
      <Lines lines={linesOfChange(change, before, words)} />
    </>
  );
}
