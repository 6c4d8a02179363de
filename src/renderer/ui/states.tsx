import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../preload/contract/result.ts';
import { useText } from '../client/use-text.ts';
import './states.css';

export function Empty({ reason, action }: { reason: string; action?: ReactNode }) {
  return (
    <div className="wk-empty">
      <p>{reason}</p>
      {action}
    </div>
  );
}

/** What failed, what is safe, a way to try again, and the code to copy. */
export function Problem({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const t = useText();
  return (
    <MessageBar intent="error" layout="multiline" className="wk-problem">
      <MessageBarBody>
        <MessageBarTitle>{t('problem.title')}</MessageBarTitle>
        {t(`errors.${failure.code}`)} {t('problem.safe')} <FailureCode failure={failure} />
      </MessageBarBody>
      <MessageBarActions>
        {onRetry === undefined ? null : (
          <Button size="small" onClick={onRetry}>
            {t('actions.retry')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** The id of a mistake of the program comes with INTERNAL; it finds the line in the log. */
function FailureCode({ failure }: { failure: Failure }) {
  const t = useText();
  const id = failure.params?.['errorId'];
  return (
    <span className="wk-code">
      {t('problem.code')} <bdi dir="ltr">{id === undefined ? failure.code : `${failure.code} ${id}`}</bdi>
    </span>
  );
}
