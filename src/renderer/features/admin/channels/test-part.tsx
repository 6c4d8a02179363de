import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { plainInput } from '../../../i18n/format.ts';
import { MessageCourse } from '../../../ui/messages/message-course.tsx';
import { reasonText, toneOf } from '../../../ui/messages/message-words.ts';
import { StateMark } from '../../../ui/messages/state-mark.tsx';
import { Part } from '../frame/part.tsx';
import { whyText } from './channel-state.ts';
import type { ChannelStore } from './channel-store.ts';
import { useFollowed } from './use-followed.ts';

type Props = { view: ChannelView; isDirty: boolean; store: ChannelStore };

/** One's own address on this channel, to begin with. */
function useOwnAddress(isMail: boolean): [string, (address: string) => void] {
  const { client } = useServices();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void client.request('inbox.settings', {}).then((answer) => {
      if (!current || !answer.ok) return;
      // What was typed meanwhile stays.
      setAddress((typed) => typed ?? (isMail ? answer.value.email : answer.value.phone));
    });
    return () => {
      current = false;
    };
  }, [client, isMail]);
  return [address ?? '', setAddress];
}

/** A message to oneself, and in words what becomes of it. */
export function TestPart({ view, isDirty, store }: Props) {
  const t = useText();
  const { client } = useServices();
  const { organizationId, channel } = view;
  const kind = channel === 'email' ? 'email' : 'phone';
  const [address, setAddress] = useOwnAddress(kind === 'email');
  const [sentId, setSentId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const message = useFollowed(organizationId, channel, sentId);
  // What waits while its channel stands still waits for the channel.
  const waits = message !== null && toneOf[message.state] === 'waiting' && view.state !== 'working';
  const isBad = failure?.code === 'BAD_INPUT' || (failure !== null && address.trim() === '');

  async function send(): Promise<void> {
    if (address.trim() === '') return setFailure({ ok: false, code: 'BAD_INPUT' });
    const answer = await client.request('channels.testSend', { organizationId, channel, address });
    setFailure(answer.ok ? null : answer);
    setSentId(answer.ok ? answer.value.messageId : null);
    await store.read();
  }
  return (
    <Part title={t('channels.test')} hint={t('channels.testHint')}>
      <form
        noValidate
        className="wk-take-over wk-channel-test"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          size="small"
          label={t(`channels.testTo.${kind}`)}
          {...(isBad ? { validationState: 'error', validationMessage: t(`channels.testBad.${kind}`) } : {})}
        >
          <Input
            size="small"
            dir="ltr"
            value={address}
            maxLength={320}
            onChange={(_, data) => {
              setFailure(null);
              setAddress(plainInput(data.value));
            }}
          />
        </Field>
        <Button type="submit" size="small">
          {t('channels.testSend')}
        </Button>
      </form>
      {channel === 'whatsapp' ? <p className="wk-plain wk-faint">{t('channels.testWhatsapp')}</p> : null}
      {isDirty ? <p className="wk-plain wk-faint">{t('channels.testUnsaved')}</p> : null}
      <p role="alert" className="wk-field-error">
        {failure === null || isBad ? '' : t(`errors.${failure.code}`)}
      </p>
      <div role="status" className="wk-channel-result">
        {sentId === null ? null : message === null ? (
          t('channels.testWaits')
        ) : (
          <p className="wk-plain">
            <StateMark message={message} />{' '}
            <span className="wk-message-why">{waits ? whyText(t, view) : reasonText(t, message.code)}</span>
          </p>
        )}
      </div>
      {message === null ? null : (
        <section aria-label={t('channels.testCourse')}>
          <MessageCourse message={message} />
        </section>
      )}
    </Part>
  );
}
