import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useStore } from 'zustand';
import { canTakeBack } from '../client/message-store.ts';
import { useServices } from '../client/services.tsx';
import { useShortcut } from '../client/use-bindings.ts';
import { useCommand } from '../client/use-command.ts';
import { useText } from '../client/use-text.ts';
import './message-toast.css';

/** What was just done, and for ten seconds the way back; what failed stays until it is dismissed. */
export function MessageToast() {
  const t = useText();
  const { messages } = useServices();
  const shown = useStore(messages, (state) => state.shown);
  const undoKey = useShortcut('undo');
  useCommand('undo', () => void messages.undo());

  return (
    <>
      <div role="status" className="wk-toast-place">
        {shown?.kind === 'done' ? (
          <div className="wk-toast" key={shown.id}>
            <CheckmarkCircleRegular aria-hidden className="wk-toast-icon" />
            <span className="wk-toast-text">{t(shown.said.key, shown.said.values ?? {})}</span>
            {!canTakeBack(shown) ? null : (
              <Button
                size="small"
                appearance="transparent"
                className="wk-toast-button"
                onClick={() => void messages.undo()}
                {...undoKey}
              >
                {t('actions.undo')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      <div role="alert" className="wk-toast-place">
        {shown?.kind === 'failed' ? (
          <div className="wk-toast" key={shown.id}>
            <ErrorCircleRegular aria-hidden className="wk-toast-icon" />
            <span className="wk-toast-text">
              {t(`errors.${shown.failure.code}`)} <bdi dir="ltr">{shown.failure.code}</bdi>
            </span>
            <Button
              size="small"
              appearance="transparent"
              className="wk-toast-button"
              icon={<DismissRegular />}
              aria-label={t('actions.dismiss')}
              onClick={() => messages.dismiss()}
            />
          </div>
        ) : null}
      </div>
    </>
  );
}
