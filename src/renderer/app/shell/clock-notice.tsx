import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { takeInfo } from '../../client/desk-store.ts';
import { useDesk, useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { spanText } from '../../ui/sla/duration.ts';

/** Somebody moved the machine's clock: nothing falls due by it until a person says that it is right. */
export function ClockNotice() {
  const t = useText();
  const { client, desk } = useServices();
  const movedByMs = useDesk(({ info }) => info.movedByMs);
  if (movedByMs === null) return null;

  async function confirm(): Promise<void> {
    const answer = await client.request('clock.confirm', {});
    if (answer.ok) takeInfo(desk, answer.value);
  }
  const span = spanText(t, Math.abs(movedByMs));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(movedByMs > 0 ? 'app.clockForward' : 'app.clockBack', { span })}</MessageBarTitle>
        {t('app.clockHeld')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void confirm()}>
          {t('app.clockIsRight')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
