import { Button } from '@fluentui/react-components';
import { useText } from '../../client/use-text.ts';

export function StepActions({ next, onBack }: { next: string; onBack?: () => void }) {
  const t = useText();
  return (
    <div className="wk-entry-actions">
      {onBack === undefined ? null : <Button onClick={onBack}>{t('actions.back')}</Button>}
      <Button type="submit" appearance="primary">
        {next}
      </Button>
    </div>
  );
}
