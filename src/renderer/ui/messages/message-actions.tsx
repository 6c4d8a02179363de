import { Button } from '@fluentui/react-components';
import type { MessageView } from '../../../preload/contract/messages.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { aboutText } from './message-words.ts';

type Act = 'resend' | 'cancel' | 'dry_run';

function actsOn({ canResend, canCancel }: MessageView): Act[] {
  return [...(canResend ? (['resend'] as const) : []), ...(canCancel ? (['cancel', 'dry_run'] as const) : [])];
}

/** What may be done with a message now, and nothing else. */
export function MessageActions({ message, onDone }: { message: MessageView; onDone: () => void }) {
  const t = useText();
  const { client, messages } = useServices();
  const offered = actsOn(message);
  if (offered.length === 0) return null;

  const ask = (act: Act) => client.request('outbox.act', { messageId: message.id, act });
  async function run(act: Act): Promise<void> {
    const answer = await ask(act);
    if (!answer.ok) return messages.failed(answer);
    // What was stopped had not left: letting it go again takes the stop back.
    const takeBack = act === 'cancel' ? async () => ask('resend') : null;
    messages.done({ key: `message.acted.${act}` }, [], takeBack);
    onDone();
  }
  return (
    <div className="wk-message-actions">
      {offered.map((act) => (
        <Button
          key={act}
          size="small"
          aria-label={t('message.actOn', { action: t(`message.act.${act}`), message: aboutText(t, message) })}
          {...(act === 'dry_run' ? { title: t('message.dryRunHint') } : {})}
          onClick={() => void run(act)}
        >
          {t(`message.act.${act}`)}
        </Button>
      ))}
    </div>
  );
}
