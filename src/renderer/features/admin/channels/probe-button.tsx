import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import type { ChannelStore } from './channel-store.ts';

/** Asks the other side whether the settings hold, sending nothing; how the channel stands says what came of it. */
export function ProbeButton({ view, store }: { view: ChannelView; store: ChannelStore }) {
  const t = useText();
  const { client } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { organizationId, channel, state } = view;

  async function probe(): Promise<void> {
    const answer = await client.request('channels.probe', { organizationId, channel });
    setFailure(answer.ok ? null : answer);
    await store.read();
  }
  return (
    <>
      <Button
        size="small"
        disabledFocusable={state === 'unset'}
        title={state === 'unset' ? t('channels.probeUnset') : ''}
        aria-label={t('channels.probeOf', { channel: t(`channel.${channel}`) })}
        onClick={() => void probe()}
      >
        {t('channels.probe')}
      </Button>
      <span role="alert" className="wk-field-error">
        {failure === null ? '' : t(`errors.${failure.code}`)}
      </span>
    </>
  );
}
