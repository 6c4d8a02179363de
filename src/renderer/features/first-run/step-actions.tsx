import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

export function StepActions({ next, onBack }: { next: string; onBack?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="wk-entry-actions">
      {onBack === undefined ? null : <Button onClick={onBack}>{t('actions.back')}</Button>}
      <Button type="submit" appearance="primary">
        {next}
      </Button>
    </div>
  );
}
