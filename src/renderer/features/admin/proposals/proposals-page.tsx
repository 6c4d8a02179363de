import { Switch } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Proposals } from '../../../../preload/contract/publishing.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Empty, Problem } from '../../../ui/states.tsx';
import { useAdmin } from '../frame/admin-context.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { ProposalCard } from './proposal-card.tsx';

type List = Proposals['proposals'];

/** All proposals that the viewer may see, read again whenever the configuration changes. */
function useProposals(): { list: List | null; failure: Failure | null; read: () => void } {
  const { client } = useServices();
  const { config } = useAdmin();
  const [turn, setTurn] = useState(0);
  const [list, setList] = useState<List | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    void client.request('config.proposals', {}).then((answer) => {
      if (!current) return;
      setFailure(answer.ok ? null : answer);
      if (answer.ok) setList(answer.value.proposals);
    });
    return () => {
      current = false;
    };
  }, [client, config, turn]);
  return { list, failure, read: () => setTurn(turn + 1) };
}

/** What others, or oneself, want changed and a second person decides. */
export function ProposalsPage() {
  const t = useText();
  const { list, failure, read } = useProposals();
  const [showDecided, setShowDecided] = useState(false);
  if (failure !== null) return <Problem failure={failure} onRetry={read} />;
  const shown = (list ?? []).filter(({ state }) => showDecided || state === 'open');
  return (
    <>
      <PageHead title={t('admin.page.proposals')}>
        <Switch
          label={t('proposals.showDecided')}
          checked={showDecided}
          onChange={(_, data) => setShowDecided(data.checked)}
        />
      </PageHead>
      <div className="wk-admin-body">
        {list === null ? <Skeleton /> : null}
        {list !== null && shown.length === 0 ? <Empty reason={t('proposals.empty')} /> : null}
        {shown.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} onDecided={read} />
        ))}
      </div>
    </>
  );
}
